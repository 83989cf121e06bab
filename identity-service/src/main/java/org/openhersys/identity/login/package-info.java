/** Password and one-time password open a session. */
@NullMarked
package org.openhersys.identity.login;

import org.jspecify.annotations.NullMarked;
