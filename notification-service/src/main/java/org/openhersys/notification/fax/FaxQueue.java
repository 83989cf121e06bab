package org.openhersys.notification.fax;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 未入力FAXの状況: how high the heap is.
 *
 * @param waiting how many are free
 * @param claimed how many are being worked on
 * @param oldestReceivedOn when the oldest of both came; null when there is none
 */
public record FaxQueue(int waiting, int claimed, @Nullable LocalDate oldestReceivedOn) {}
