package org.openhersys.tracking.casefile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.casefile.CaseRecords.CaseOfCourse;
import org.openhersys.tracking.custody.CaseAccess;
import org.openhersys.tracking.custody.RelatedCentreRecords;

/** 症例の参照: a case with everything that the caller's health centre may see of it. */
@Singleton
public class ReadingCase {
  private static final String OPERATION = "case.read";

  private final AccountedAccess access;
  private final CaseAccess cases;
  private final CaseRecords records;
  private final CaseContents contents;
  private final RelatedCentreRecords related;

  @Inject
  ReadingCase(
      AccountedAccess access,
      CaseAccess cases,
      CaseRecords records,
      CaseContents contents,
      RelatedCentreRecords related) {
    this.access = access;
    this.cases = cases;
    this.records = records;
    this.contents = contents;
    this.related = related;
  }

  /**
   * @param language of the findings
   * @throws ProblemException 404 when the caller's centre does not see it
   */
  Case read(Caller caller, UUID id, Locale language) {
    return access.attempt(
        caller,
        OPERATION,
        List.of(id),
        handle -> {
          CaseOfCourse found =
              records
                  .find(handle, caller.organisationId(), id)
                  .orElseThrow(ProblemException::notFound);
          List<CaseNotification> notifications =
              contents.notifications(handle, found.courseId(), language);
          Case read =
              Case.of(
                  found.summary(),
                  related.present(handle, id),
                  notifications,
                  contents.handovers(handle, id));
          // Afterwards: who loses sight meanwhile is not told of a case without its notifications.
          cases.requireSight(handle, id);
          List<UUID> subjects = new ArrayList<>(List.of(id));
          notifications.forEach(notification -> subjects.add(notification.id()));
          access.record(handle, caller, OPERATION, subjects);
          return read;
        });
  }
}
