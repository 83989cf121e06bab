/** Secrets are kept sealed. */
@NullMarked
package org.openhersys.identity.secret;

import org.jspecify.annotations.NullMarked;
