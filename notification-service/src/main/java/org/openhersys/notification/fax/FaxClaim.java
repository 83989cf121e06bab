package org.openhersys.notification.fax;

import org.jspecify.annotations.Nullable;

/**
 * FAXの割当て.
 *
 * @param fax what the caller is to enter; null when none is free
 * @param queue how high the heap is then
 */
public record FaxClaim(@Nullable Fax fax, FaxQueue queue) {}
