/** The current status of a case (現在のステータス), with its history. */
@NullMarked
package org.openhersys.tracking.status;

import org.jspecify.annotations.NullMarked;
