/** 理由: why something is done that must not be done without one. */
@NullMarked
package org.openhersys.notification.reason;

import org.jspecify.annotations.NullMarked;
