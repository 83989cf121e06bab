/** Institutes and NIID look at what was confirmed, and ask about it (精度管理, 照会). */
@NullMarked
package org.openhersys.notification.quality;

import org.jspecify.annotations.NullMarked;
