/** Samples for the rules of the house. */
@NullMarked
package org.openhersys.sample.loan;

import org.jspecify.annotations.NullMarked;
