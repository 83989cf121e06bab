/** A case for each course of care: what is listed of it and what is read. */
@NullMarked
package org.openhersys.tracking.casefile;

import org.jspecify.annotations.NullMarked;
