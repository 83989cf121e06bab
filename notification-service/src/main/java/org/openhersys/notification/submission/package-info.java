/** A notification is taken in, in one transaction and once (報告, 受理). */
@NullMarked
package org.openhersys.notification.submission;

import org.jspecify.annotations.NullMarked;
