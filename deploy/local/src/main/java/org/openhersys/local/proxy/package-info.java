/** One address in front of all services. */
@NullMarked
package org.openhersys.local.proxy;

import org.jspecify.annotations.NullMarked;
