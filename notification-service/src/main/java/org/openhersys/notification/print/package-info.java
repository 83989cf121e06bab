/** A notification on paper (発生届の写し). */
@NullMarked
package org.openhersys.notification.print;

import org.jspecify.annotations.NullMarked;
