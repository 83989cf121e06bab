/** The keys that sign access tokens. */
@NullMarked
package org.openhersys.identity.key;

import org.jspecify.annotations.NullMarked;
