/** Machine clients (電子カルテ, a centre's own system): registration, keys and tokens. */
@NullMarked
package org.openhersys.identity.client;

import org.jspecify.annotations.NullMarked;
