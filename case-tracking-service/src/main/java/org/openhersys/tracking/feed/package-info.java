/** What changed, for those who follow it. */
@NullMarked
package org.openhersys.tracking.feed;

import org.jspecify.annotations.NullMarked;
