/** Another notification of the same course of care (追加登録). */
@NullMarked
package org.openhersys.notification.succession;

import org.jspecify.annotations.NullMarked;
