/** How far a notification has come, for its sender (届出の状況). */
@NullMarked
package org.openhersys.notification.progress;

import org.jspecify.annotations.NullMarked;
