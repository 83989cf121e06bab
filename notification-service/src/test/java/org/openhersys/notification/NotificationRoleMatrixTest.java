package org.openhersys.notification;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.Supplier;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Once;
import org.openhersys.api.testing.matrix.RoleMatrixTest;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.notification.mail.MailScene;
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
        "A notification with open questions", NotificationScene::new,
        "A mail that could not be sent", MailScene::new);
  }

  private static final class ByRole implements Scene {
    private final Once<NotificationScene> notification = new Once<>(NotificationScene::new);
    private final Once<MailScene> mail = new Once<>(MailScene::new);

    @Override
    public Asking asking(String operation, String caller) {
      return operation.endsWith("Mail") || operation.endsWith("Mails")
          ? mail.get().askingByRole(operation, caller)
          : notification.get().askingByRole(operation, caller);
    }
  }
}
