package org.openhersys.tracking.testlist;

import java.util.List;

/**
 * 検査の一覧 of a case ([S6]): what its notifications hold. They are the one place where tests stand;
 * corrected there, they are corrected here.
 *
 * @param items in the order of notification and place
 * @param history of every change, newest first
 */
public record TestList(List<CaseTest> items, List<TestListEntry> history) {}
