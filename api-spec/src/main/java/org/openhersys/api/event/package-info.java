/** Where a reader of events stands. */
@NullMarked
package org.openhersys.api.event;

import org.jspecify.annotations.NullMarked;
