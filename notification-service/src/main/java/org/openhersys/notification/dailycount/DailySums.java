package org.openhersys.notification.dailycount;

import java.util.List;

/** 日別の合計, oldest first. A day that nobody has reported is not there: it is not zero. */
public record DailySums(List<DailySum> items) {}
