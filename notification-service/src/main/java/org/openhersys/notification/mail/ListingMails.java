package org.openhersys.notification.mail;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;

/** 通知メールの一覧: a national administrator sees all, a manager what the own organisation is told. */
@Singleton
public class ListingMails {
  private static final String OPERATION = "mail.list";
  private static final String LIST = "mails";

  private final AccountedAccess access;
  private final MailRecords records;
  private final Cursors cursors;

  @Inject
  ListingMails(AccountedAccess access, MailRecords records, Cursors cursors) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * @param cursor where the page before ended, or null for the first
   */
  MailPage list(Caller caller, List<MailState> states, PageLimit limit, @Nullable String cursor) {
    MailPlace place =
        cursor == null
            ? null
            : MailPlace.of(cursors.open(LIST, caller.organisationId(), states.toString(), cursor));
    return access.attempt(
        caller,
        OPERATION,
        List.of(),
        handle -> {
          MailPage page =
              page(
                  caller,
                  states,
                  limit,
                  records.page(handle, recipient(caller), states, place, limit.plusOne()));
          access.record(handle, caller, OPERATION, page.items().stream().map(Mail::id).toList());
          return page;
        });
  }

  private static @Nullable UUID recipient(Caller caller) {
    return caller.role() == Role.NATIONAL_ADMINISTRATOR ? null : caller.organisationId();
  }

  private MailPage page(Caller caller, List<MailState> states, PageLimit limit, List<Mail> found) {
    if (found.size() <= limit.value()) {
      return new MailPage(found, null);
    }
    List<Mail> items = found.subList(0, limit.value());
    MailPlace end = MailPlace.of(items.get(items.size() - 1));
    return new MailPage(
        items, cursors.seal(LIST, caller.organisationId(), states.toString(), end.parts()));
  }
}
