/** The walk: the whole journey once, as requests that are shown. */
@NullMarked
package org.openhersys.local.journey;

import org.jspecify.annotations.NullMarked;
