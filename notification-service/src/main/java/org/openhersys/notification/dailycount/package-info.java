/** How many were diagnosed, by day and age band (日別報告数). */
@NullMarked
package org.openhersys.notification.dailycount;

import org.jspecify.annotations.NullMarked;
