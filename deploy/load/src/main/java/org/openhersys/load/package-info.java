/** The system under load: what is asked of it, how it is measured, and the report. */
@NullMarked
package org.openhersys.load;

import org.jspecify.annotations.NullMarked;
