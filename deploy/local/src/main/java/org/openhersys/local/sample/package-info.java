/** The sample directory and the credentials of those in it. */
@NullMarked
package org.openhersys.local.sample;

import org.jspecify.annotations.NullMarked;
