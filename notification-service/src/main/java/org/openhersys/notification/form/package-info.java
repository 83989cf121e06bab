/** The form (発生届) as it is written: what is not known is null. */
@NullMarked
package org.openhersys.notification.form;

import org.jspecify.annotations.NullMarked;
