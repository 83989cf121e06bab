/** The services as processes that are watched and started again. */
@NullMarked
package org.openhersys.local.process;

import org.jspecify.annotations.NullMarked;
