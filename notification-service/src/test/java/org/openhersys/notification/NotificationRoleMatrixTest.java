package org.openhersys.notification;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Once;
import org.openhersys.api.testing.matrix.RoleMatrixTest;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.notification.batch.BatchScene;
import org.openhersys.notification.dailycount.DailyCountScene;
import org.openhersys.notification.draft.DraftScene;
import org.openhersys.notification.fax.FaxScene;
import org.openhersys.notification.mail.MailScene;
import org.openhersys.notification.quality.QualityScene;
import org.openhersys.notification.submission.NotificationScene;

/** {@code api-spec/authorisation/notification.md}, cell by cell. */
@QuarkusTest
class NotificationRoleMatrixTest extends RoleMatrixTest {

  @Override
  protected String contract() {
    return "notification";
  }

  @Override
  protected Map<String, Supplier<Scene>> scenes() {
    return Map.of(
        "Who is admitted", ByRole::new,
        "A fax that was closed", FaxScene::closed,
        "A notification with open questions", NotificationScene::new,
        "A count that was reported the day before", DailyCountScene::new,
        "A draft of an institution", DraftScene::new,
        "A batch that waits", BatchScene::new,
        "A fax that somebody has claimed", FaxScene::new,
        "A mail that could not be sent", MailScene::new,
        "A notification that the institute has to check", QualityScene::withInstitute,
        "A notification that NIID has to check", QualityScene::withNational);
  }

  private static final class ByRole implements Scene {
    private static final Set<String> OF_DAILY_COUNTS =
        Set.of(
            "listDailyCounts",
            "readOwnDailyCount",
            "reportDailyCount",
            "readDailyCount",
            "correctDailyCount");

    private final Once<NotificationScene> notification = new Once<>(NotificationScene::new);
    private final Once<DailyCountScene> count = new Once<>(DailyCountScene::new);
    private final Once<DraftScene> draft = new Once<>(DraftScene::new);
    private final Once<BatchScene> batch = new Once<>(BatchScene::new);
    private final Once<FaxScene> fax = new Once<>(FaxScene::new);
    private final Once<MailScene> mail = new Once<>(MailScene::new);
    private final Once<QualityScene> institute = new Once<>(QualityScene::withInstitute);
    private final Once<QualityScene> national = new Once<>(QualityScene::withNational);

    @Override
    public Asking asking(String operation, String caller) {
      if (OF_DAILY_COUNTS.contains(operation)) {
        return count.get().askingByRole(operation, caller);
      }
      if (operation.contains("Draft")) {
        return (operation.equals("discardDraft") || operation.equals("reportDraft")
                ? new DraftScene()
                : draft.get())
            .askingByRole(operation, caller);
      }
      if (operation.contains("Batch")) {
        return (operation.equals("cancelBatch") ? new BatchScene() : batch.get())
            .askingByRole(operation, caller);
      }
      if (operation.contains("Fax")) {
        return fax.get().askingByRole(operation, caller);
      }
      if (operation.contains("Quality")) {
        return (caller.equals("NATIONAL_SURVEILLANCE") ? national : institute)
            .get()
            .askingByRole(operation, caller);
      }
      return operation.endsWith("Mail") || operation.endsWith("Mails")
          ? mail.get().askingByRole(operation, caller)
          : notification.get().askingByRole(operation, caller);
    }
  }
}
