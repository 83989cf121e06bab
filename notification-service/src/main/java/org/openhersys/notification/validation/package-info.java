/** What a submission would be told, before it is sent (事前確認). */
@NullMarked
package org.openhersys.notification.validation;

import org.jspecify.annotations.NullMarked;
