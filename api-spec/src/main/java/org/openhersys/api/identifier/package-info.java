/** Ids, and the numbers that people read. */
@NullMarked
package org.openhersys.api.identifier;

import org.jspecify.annotations.NullMarked;
