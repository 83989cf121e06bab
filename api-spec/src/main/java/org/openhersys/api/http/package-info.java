/** Entity tags and preconditions. */
@NullMarked
package org.openhersys.api.http;

import org.jspecify.annotations.NullMarked;
