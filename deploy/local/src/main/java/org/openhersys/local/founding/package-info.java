/** A small fictitious country comes about through the doors that everybody uses. */
@NullMarked
package org.openhersys.local.founding;

import org.jspecify.annotations.NullMarked;
