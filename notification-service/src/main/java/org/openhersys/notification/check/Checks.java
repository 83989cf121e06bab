package org.openhersys.notification.check;

import java.util.List;

/** 論理チェックの一覧. */
public record Checks(List<CheckView> items) {}
