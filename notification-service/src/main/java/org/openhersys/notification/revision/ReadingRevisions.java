package org.openhersys.notification.revision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.confirmation.Confirmations;

/** 改訂の参照: what a notification was before, by whom and when it was changed. */
@Singleton
public class ReadingRevisions {
  private static final String LIST = "revision.list";
  private static final String READ = "revision.read";
  private static final String CURSORS = "revisions";

  private final AccountedAccess access;
  private final Confirmations confirmations;
  private final RevisionRecords records;
  private final Cursors cursors;

  ReadingRevisions(
      AccountedAccess access,
      Confirmations confirmations,
      RevisionRecords records,
      Cursors cursors) {
    this.access = access;
    this.confirmations = confirmations;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * A page of the revisions, newest first.
   *
   * @param cursor where the page before ended, or null for the first
   * @throws ProblemException 404 when there is no notification that the caller may know of
   */
  RevisionPage list(Caller caller, UUID notification, PageLimit limit, @Nullable String cursor) {
    int below = cursor == null ? Integer.MAX_VALUE : place(caller, notification, cursor);
    return access.attempt(
        caller,
        LIST,
        List.of(notification),
        handle -> {
          confirmations.requireSight(handle, notification);
          List<RevisionSummary> found =
              records.page(handle, notification, below, limit.plusOne()).stream()
                  .map(KeptRevision::summary)
                  .toList();
          access.record(handle, caller, LIST, List.of(notification));
          return page(caller, notification, limit, found);
        });
  }

  /**
   * The revision as it was written then.
   *
   * @throws ProblemException 404 when there is none, or none that the caller may know of
   */
  KeptRevision read(Caller caller, UUID notification, int revision) {
    return access.attempt(
        caller,
        READ,
        List.of(notification),
        handle -> {
          KeptRevision found =
              records.find(handle, notification, revision).orElseThrow(ProblemException::notFound);
          access.record(handle, caller, READ, List.of(notification));
          return found;
        });
  }

  private int place(Caller caller, UUID notification, String cursor) {
    return Integer.parseInt(
        cursors.open(CURSORS, caller.organisationId(), notification.toString(), cursor).get(0));
  }

  private RevisionPage page(
      Caller caller, UUID notification, PageLimit limit, List<RevisionSummary> found) {
    if (found.size() <= limit.value()) {
      return new RevisionPage(found, null);
    }
    List<RevisionSummary> items = found.subList(0, limit.value());
    String end = String.valueOf(items.get(items.size() - 1).revision());
    return new RevisionPage(
        items, cursors.seal(CURSORS, caller.organisationId(), notification.toString(), end));
  }
}
