/** One-time passwords (RFC 6238) and recovery codes. */
@NullMarked
package org.openhersys.identity.totp;

import org.jspecify.annotations.NullMarked;
