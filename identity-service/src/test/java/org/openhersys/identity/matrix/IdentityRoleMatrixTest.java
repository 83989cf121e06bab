package org.openhersys.identity.matrix;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.TestIssuer;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Once;
import org.openhersys.api.testing.matrix.RoleMatrixTest;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.identity.Callers;
import org.openhersys.identity.IdentitySettings;
import org.openhersys.identity.People;
import org.openhersys.identity.SettableClock;
import org.openhersys.identity.key.SigningKeys;

/** {@code api-spec/authorisation/identity.md}, cell by cell. */
@QuarkusTest
class IdentityRoleMatrixTest extends RoleMatrixTest {
  @Inject People people;
  @Inject Callers callers;
  @Inject SigningKeys keys;
  @Inject SettableClock clock;

  @Override
  protected String contract() {
    return "identity";
  }

  @Override
  protected String token(Login login) {
    return TestIssuer.sign(login.claims().issuer(IdentitySettings.ISSUER).build(), keys.signing());
  }

  @Override
  protected Map<String, Supplier<Scene>> scenes() {
    return Map.ofEntries(
        Map.entry("Who is admitted", ByRole::new),
        Map.entry(
            "An account of the ministry",
            () -> new AccountScene(n -> n.ministry, Role.NATIONAL_STATISTICS)),
        Map.entry(
            "An account of a local government",
            () -> new AccountScene(n -> n.here.government(), Role.LOCAL_GOVERNMENT_STAFF)),
        Map.entry(
            "An account of a centre's manager",
            () -> new AccountScene(n -> n.here.centre(), Role.HEALTH_CENTRE_MANAGER)),
        Map.entry(
            "An account of a centre's staff",
            () -> new AccountScene(n -> n.here.centre(), Role.HEALTH_CENTRE_STAFF)),
        Map.entry(
            "An account of a local institute",
            () -> new AccountScene(n -> n.here.institute(), Role.LOCAL_INSTITUTE_STAFF)),
        Map.entry(
            "An account of an institution",
            () -> new AccountScene(n -> n.here.hospital(), Role.CLERK)),
        Map.entry("A machine client of a centre", () -> new ClientScene(n -> n.here.centre())),
        Map.entry(
            "A machine client of an institution", () -> new ClientScene(n -> n.here.hospital())),
        Map.entry("A health centre", OrganisationScene::centre),
        Map.entry("A medical institution", OrganisationScene::institution));
  }

  /** Everybody asks for what somebody with the same role could do, if anybody with it can. */
  private final class ByRole implements Scene {
    private final Map<String, AccountScene> accounts = new HashMap<>();
    private final Once<ClientScene> client =
        new Once<>(() -> new ClientScene(n -> n.here.hospital()));
    private final Once<OrganisationScene> centre = new Once<>(OrganisationScene::centre);
    private final Once<OrganisationScene> institution = new Once<>(OrganisationScene::institution);
    private final Once<OwnScene> own = new Once<>(() -> new OwnScene(people));
    private final Once<DoorScene> door = new Once<>(() -> new DoorScene(people, callers, clock));

    @Override
    public Asking asking(String operation, String caller) {
      boolean ofAnInstitution = caller.equals(Role.INSTITUTION_MANAGER.name());
      return switch (operation) {
        case "issueAccount", "listAccounts", "readAccount", "changeAccount", "reactivateAccount" ->
            accounts
                .computeIfAbsent(caller, AccountScene::managedBy)
                .askingByRole(operation, caller);
        case "registerClient", "listClients", "readClient", "changeClient", "rotateClientKeys" ->
            client.get().askingByRole(operation, caller);
        case "importOrganisations" -> institution.get().askingByRole(operation, caller);
        case "readOrganisationSettings", "changeOrganisationSettings" ->
            (ofAnInstitution ? institution : centre).get().askingByRole(operation, caller);
        case "listOrganisations", "readOrganisation", "readAccountQuota", "changeAccountQuota" ->
            centre.get().askingByRole(operation, caller);
        case "changeOwnPassword", "renewRecoveryCodes", "readCurrentSession", "logOut" ->
            own.get().askingByRole(operation, caller);
        default -> door.get().askingByRole(operation, caller);
      };
    }
  }
}
