package org.openhersys.tracking.custody;

import java.util.List;

/** 担当・関係の履歴, newest first. */
public record CustodyHistory(List<CustodyEntry> items) {}
