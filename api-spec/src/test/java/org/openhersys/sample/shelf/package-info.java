/** Samples for the rules of the house. */
@NullMarked
package org.openhersys.sample.shelf;

import org.jspecify.annotations.NullMarked;
