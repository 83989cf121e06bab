package org.openhersys.notification.submission;

import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.Supplier;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.hostile.Attacked;
import org.openhersys.api.testing.hostile.HostileInputTest;
import org.openhersys.api.testing.hostile.Situation;

@QuarkusTest
class HostileNotificationTest extends HostileInputTest {

  @Override
  protected Attacked attacked() {
    return new Table();
  }

  /** How to get to the operations that are not reached by themselves. */
  private static final class Table implements Attacked {

    @Override
    public String contract() {
      return "notification";
    }

    @Override
    public Map<String, Supplier<Situation>> situations() {
      return Map.of("submitNotification", Table::physician);
    }

    private static Situation physician() {
      Notifying notifying = new Notifying();
      return Situation.of(Directory.person(notifying.institution, Role.PHYSICIAN))
          .sending(json(confirmed()));
    }
  }
}
