/** What every door asks for: credentials, and a wait that grows with each failure. */
@NullMarked
package org.openhersys.identity.door;

import org.jspecify.annotations.NullMarked;
