/** What came by fax waits, is entered as a notification or closed (FAX). */
@NullMarked
package org.openhersys.notification.fax;

import org.jspecify.annotations.NullMarked;
