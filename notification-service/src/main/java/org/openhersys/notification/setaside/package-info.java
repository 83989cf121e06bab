/** A warning that is right as it stands is set aside (警告を確認済とする). */
@NullMarked
package org.openhersys.notification.setaside;

import org.jspecify.annotations.NullMarked;
