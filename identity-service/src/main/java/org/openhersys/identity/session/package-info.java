/** A login as long as it lasts, until it is revoked. */
@NullMarked
package org.openhersys.identity.session;

import org.jspecify.annotations.NullMarked;
