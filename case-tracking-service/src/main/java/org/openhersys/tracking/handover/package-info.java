/** A case goes to another health centre (移管), by every turn that it can take. */
@NullMarked
package org.openhersys.tracking.handover;

import org.jspecify.annotations.NullMarked;
