/** A health centre asks about a notification, and its sender answers (質問). */
@NullMarked
package org.openhersys.notification.question;

import org.jspecify.annotations.NullMarked;
