package org.openhersys.tracking;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.Supplier;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Once;
import org.openhersys.api.testing.matrix.RoleMatrixTest;
import org.openhersys.api.testing.matrix.Scene;

/** {@code api-spec/authorisation/case-tracking.md}, cell by cell. */
@QuarkusTest
class CaseTrackingRoleMatrixTest extends RoleMatrixTest {

  @Override
  protected String contract() {
    return "case-tracking";
  }

  @Override
  protected Map<String, Supplier<Scene>> scenes() {
    return Map.of(
        "Who is admitted", ByRole::new,
        "A case, before acceptance", CaseScene::beforeAcceptance,
        "A case, after acceptance", CaseScene::afterAcceptance,
        "A handover, open", CaseScene::beforeAcceptance,
        "A handover, reminded of in vain", CaseScene::reminded,
        "A handover, accepted", CaseScene::afterAcceptance);
  }

  /** Each operation in the state in which somebody may do it. */
  private static final class ByRole implements Scene {
    private final Once<CaseScene> open = new Once<>(CaseScene::beforeAcceptance);
    private final Once<CaseScene> reminded = new Once<>(CaseScene::reminded);
    private final Once<CaseScene> accepted = new Once<>(CaseScene::afterAcceptance);

    @Override
    public Asking asking(String operation, String caller) {
      return switch (operation) {
        case "requestHandover", "returnHandover" -> accepted.get().askingByRole(operation, caller);
        case "assignHandover" -> reminded.get().askingByRole(operation, caller);
        default -> open.get().askingByRole(operation, caller);
      };
    }
  }
}
