/** Whether somebody was notified already (同一人物の届出). */
@NullMarked
package org.openhersys.notification.duplicate;

import org.jspecify.annotations.NullMarked;
