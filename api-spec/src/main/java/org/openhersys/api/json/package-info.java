/** Bodies are read strictly, and all that is unreadable in one is told at once. */
@NullMarked
package org.openhersys.api.json;

import org.jspecify.annotations.NullMarked;
