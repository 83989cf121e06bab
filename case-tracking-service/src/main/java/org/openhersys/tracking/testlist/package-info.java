/** The tests of a course of care (検査), the same as in its notifications. */
@NullMarked
package org.openhersys.tracking.testlist;

import org.jspecify.annotations.NullMarked;
