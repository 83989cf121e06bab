/** Samples for the rules of the house. */
@NullMarked
package org.openhersys.sample.util;

import org.jspecify.annotations.NullMarked;
