package org.openhersys.notification.mail;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** 通知メールの再送: a parked mail waits again, once what parked it is mended. */
@Singleton
public class RetryingMail {
  private static final String OPERATION = "mail.retry";

  private final AccountedAccess access;
  private final MailRecords records;

  @Inject
  RetryingMail(AccountedAccess access, MailRecords records) {
    this.access = access;
    this.records = records;
  }

  /**
   * @throws ProblemException 404 unseen, 409 when it is not parked
   */
  Mail retry(Caller caller, UUID id) {
    return access.attempt(caller, OPERATION, List.of(id), handle -> retry(handle, caller, id));
  }

  private Mail retry(Handle handle, Caller caller, UUID id) {
    Mail seen = records.find(handle, id).orElseThrow(ProblemException::notFound);
    if (!records.retry(handle, id)) {
      throw ProblemException.conflict(
          "MAIL_NOT_PARKED", "このメールは保留されていません。", "The mail is not parked.");
    }
    access.record(handle, caller, OPERATION, List.of(id, seen.subjectId()));
    return records.find(handle, id).orElseThrow(ProblemException::notFound);
  }
}
