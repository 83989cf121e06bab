/** The time, and the day in Japan. */
@NullMarked
package org.openhersys.api.time;

import org.jspecify.annotations.NullMarked;
