/** Lists by pages, with cursors that nobody can make. */
@NullMarked
package org.openhersys.api.paging;

import org.jspecify.annotations.NullMarked;
