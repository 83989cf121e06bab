package org.openhersys.tracking.testlist;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 検査の一覧 of a case ([S6]): what its notifications hold. They are the one place where tests stand;
 * corrected there, they are corrected here. One that a 追加登録 repeats is listed once, where it stands
 * last.
 *
 * @param items in the order of notification and place, but those of withdrawn ones
 * @param history of changes, newest first, the last hundred
 */
public record TestList(List<ListedTest> items, List<TestListEntry> history) {

  /** The notifications that it shows something of. */
  Collection<UUID> notifications() {
    return Stream.concat(
            items.stream().map(ListedTest::notificationId),
            history.stream().map(TestListEntry::notificationId))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
