/** Organisations and authors, as cases name them. */
@NullMarked
package org.openhersys.tracking.organisation;

import org.jspecify.annotations.NullMarked;
