/** The same request again is answered as the first time. */
@NullMarked
package org.openhersys.api.idempotency;

import org.jspecify.annotations.NullMarked;
