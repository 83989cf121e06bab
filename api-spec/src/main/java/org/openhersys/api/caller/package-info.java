/** Who is calling, and what for. */
@NullMarked
package org.openhersys.api.caller;

import org.jspecify.annotations.NullMarked;
