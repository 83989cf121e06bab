/** How a health centre stands to what it received (保健所確認), and what leads from there. */
@NullMarked
package org.openhersys.notification.confirmation;

import org.jspecify.annotations.NullMarked;
