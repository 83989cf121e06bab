/** Many notifications at once (一括届出), as a job. */
@NullMarked
package org.openhersys.notification.batch;

import org.jspecify.annotations.NullMarked;
