package org.openhersys.notification.quality;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.notification.mail.MailKind;

/** 照会への回答 by the receiving centre, once; and 照会の終了 by whoever asked, replied to or not. */
@Singleton
public class SettlingQuery {
  private static final String REPLY = "quality.reply";
  private static final String CLOSE = "quality.close";

  private final AccountedAccess access;
  private final QueryRecords records;
  private final Clock clock;

  SettlingQuery(AccountedAccess access, QueryRecords records, Clock clock) {
    this.access = access;
    this.records = records;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 404 no such query to this centre, 409 not open
   */
  QualityQuery reply(Caller caller, UUID notification, UUID query, String text) {
    return settle(
        caller,
        REPLY,
        notification,
        query,
        (handle, found) -> {
          if (found.state() != QueryState.OPEN) {
            throw settled();
          }
          records.reply(handle, caller, query, text, clock.instant());
          records.mail(
              handle,
              MailKind.QUALITY_QUERY_REPLIED,
              records.asker(handle, query),
              notification,
              query.toString());
        });
  }

  /**
   * @throws ProblemException 404 no such query of this organisation, 409 closed already
   */
  QualityQuery close(Caller caller, UUID notification, UUID query) {
    return settle(
        caller,
        CLOSE,
        notification,
        query,
        (handle, found) -> {
          if (found.state() == QueryState.CLOSED) {
            throw settled();
          }
          records.close(handle, caller, query, clock.instant());
        });
  }

  private QualityQuery settle(
      Caller caller,
      String operation,
      UUID notification,
      UUID query,
      BiConsumer<Handle, QualityQuery> deed) {
    return access.attempt(
        caller,
        operation,
        List.of(notification, query),
        handle -> {
          if (!records.hold(handle, notification)) {
            throw ProblemException.notFound();
          }
          deed.accept(handle, find(handle, notification, query));
          access.record(handle, caller, operation, List.of(notification, query));
          return find(handle, notification, query);
        });
  }

  private QualityQuery find(Handle handle, UUID notification, UUID query) {
    return records.find(handle, notification, query).orElseThrow(ProblemException::notFound);
  }

  private static ProblemException settled() {
    return ProblemException.conflict(
        "QUERY_SETTLED", "この照会は回答済みか、終了しています。", "The query is replied to or closed.");
  }
}
