/** How many requests are worked on at once, and which go first when there are too many. */
@NullMarked
package org.openhersys.api.admission;

import org.jspecify.annotations.NullMarked;
