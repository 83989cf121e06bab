package org.openhersys.identity.matrix;

import java.util.UUID;
import java.util.function.Function;
import org.openhersys.api.caller.Role;
import org.openhersys.api.http.ETags;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.identity.Invitations;

/** An account, and those who manage accounts here and elsewhere. */
final class AccountScene implements Scene {
  private final Neighbourhood neighbourhood = new Neighbourhood();
  private final UUID organisation;
  private final Role role;
  private final UUID account;

  AccountScene(Function<Neighbourhood, UUID> organisation, Role role) {
    this.organisation = organisation.apply(neighbourhood);
    this.role = role;
    this.account = Directory.person(this.organisation, role).principal();
  }

  /** An account that somebody with that role manages, if anybody with it manages any. */
  static AccountScene managedBy(String role) {
    return switch (role) {
      case "NATIONAL_ADMINISTRATOR" -> new AccountScene(n -> n.ministry, Role.NATIONAL_STATISTICS);
      case "LOCAL_GOVERNMENT_STAFF" ->
          new AccountScene(n -> n.here.centre(), Role.HEALTH_CENTRE_MANAGER);
      case "INSTITUTION_MANAGER" -> new AccountScene(n -> n.here.hospital(), Role.CLERK);
      default -> new AccountScene(n -> n.here.centre(), Role.HEALTH_CENTRE_STAFF);
    };
  }

  @Override
  public Asking asking(String operation, String caller) {
    return asking(operation, Asking.by(neighbourhood.somebody(caller)));
  }

  /** Of somebody with that role or scope. */
  Asking askingByRole(String operation, String caller) {
    return asking(operation, Asking.by(caller, neighbourhood.organisationOf(caller)));
  }

  private Asking asking(String operation, Asking asking) {
    Asking ofIt = asking.of("id", account);
    String tag = ETags.strong("account", account, 1);
    return switch (operation) {
      case "issueAccount" -> asking.sending(request()).again();
      case "listAccounts" -> asking.with("organisation", organisation).lookingFor(account);
      case "readAccount" -> ofIt;
      default -> ofIt.matching(tag);
    };
  }

  private String request() {
    String request = Invitations.request(organisation, Invitations.loginId(), role);
    return role == Role.LOCAL_INSTITUTE_STAFF
        ? request.replaceFirst(
            "[{]", "{\"chargedTo\": \"%s\", ".formatted(neighbourhood.here.centre()))
        : request;
  }
}
