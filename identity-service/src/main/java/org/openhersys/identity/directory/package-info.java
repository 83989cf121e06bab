/** Organisations are taken in from a file, as a whole or not at all. */
@NullMarked
package org.openhersys.identity.directory;

import org.jspecify.annotations.NullMarked;
