/** The items of the form (様式) in all its versions, and their codes, as tables. */
@NullMarked
package org.openhersys.notification.catalogue;

import org.jspecify.annotations.NullMarked;
