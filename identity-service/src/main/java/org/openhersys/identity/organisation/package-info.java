/** Organisations and the directory that everybody may read. */
@NullMarked
package org.openhersys.identity.organisation;

import org.jspecify.annotations.NullMarked;
