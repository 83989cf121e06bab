/** What a centre looks at to confirm, on one screen (保健所確認の画面). */
@NullMarked
package org.openhersys.notification.sheet;

import org.jspecify.annotations.NullMarked;
