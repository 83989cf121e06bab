/** The first national administrator, made by a command. */
@NullMarked
package org.openhersys.identity.administrator;

import org.jspecify.annotations.NullMarked;
