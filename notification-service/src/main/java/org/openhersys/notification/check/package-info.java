/** What is wrong with a form, all of it at once (論理チェック). */
@NullMarked
package org.openhersys.notification.check;

import org.jspecify.annotations.NullMarked;
