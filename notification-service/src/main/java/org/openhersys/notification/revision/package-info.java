/** What was notified is corrected and supplemented; every revision stays (改訂). */
@NullMarked
package org.openhersys.notification.revision;

import org.jspecify.annotations.NullMarked;
