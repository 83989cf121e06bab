/** The whole system on one machine, started by one command. */
@NullMarked
package org.openhersys.local;

import org.jspecify.annotations.NullMarked;
