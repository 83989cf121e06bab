/** An issued account becomes usable: an activation code, then a password. */
@NullMarked
package org.openhersys.identity.activation;

import org.jspecify.annotations.NullMarked;
