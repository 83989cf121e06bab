/** Who is responsible for a case and who may see it (担当保健所, 関係保健所). */
@NullMarked
package org.openhersys.tracking.custody;

import org.jspecify.annotations.NullMarked;
