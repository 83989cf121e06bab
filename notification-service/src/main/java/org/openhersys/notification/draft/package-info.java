/** A form is typed, kept, and attested when it is reported (下書き). */
@NullMarked
package org.openhersys.notification.draft;

import org.jspecify.annotations.NullMarked;
