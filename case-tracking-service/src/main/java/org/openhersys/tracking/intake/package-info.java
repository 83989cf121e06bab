/** Notifications become cases: each event exactly once. */
@NullMarked
package org.openhersys.tracking.intake;

import org.jspecify.annotations.NullMarked;
