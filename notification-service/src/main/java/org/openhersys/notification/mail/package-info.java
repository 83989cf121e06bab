/** Organisations are told by mail, without personal data (通知メール). */
@NullMarked
package org.openhersys.notification.mail;

import org.jspecify.annotations.NullMarked;
