/** A notification that was a mistake is taken back (取下げ). */
@NullMarked
package org.openhersys.notification.withdrawal;

import org.jspecify.annotations.NullMarked;
