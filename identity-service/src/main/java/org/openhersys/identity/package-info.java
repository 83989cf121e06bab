/** The identity service: who somebody is, who issues whom, and tokens that say so. */
@NullMarked
package org.openhersys.identity;

import org.jspecify.annotations.NullMarked;
