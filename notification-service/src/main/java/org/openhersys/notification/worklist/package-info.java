/** Lists of notifications: what waits for somebody, and what is searched for (検索). */
@NullMarked
package org.openhersys.notification.worklist;

import org.jspecify.annotations.NullMarked;
