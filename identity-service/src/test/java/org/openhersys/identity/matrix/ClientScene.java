package org.openhersys.identity.matrix;

import java.util.UUID;
import java.util.function.Function;
import org.openhersys.api.http.ETags;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.identity.client.Machine;

/** A machine client, and those who manage clients here and elsewhere. */
final class ClientScene implements Scene {
  private final Neighbourhood neighbourhood = new Neighbourhood();
  private final UUID organisation;
  private final Machine client;

  ClientScene(Function<Neighbourhood, UUID> organisation) {
    this.organisation = organisation.apply(neighbourhood);
    this.client = Machine.of(this.organisation, "notification.read");
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
    Asking ofIt = asking.of("id", client.id());
    String tag = ETags.strong("client", 1);
    return switch (operation) {
      case "registerClient" -> asking.sending(registration()).again();
      case "listClients" -> asking.with("organisation", organisation).lookingFor(client.id());
      case "readClient" -> ofIt;
      default -> ofIt.matching(tag);
    };
  }

  private String registration() {
    return """
    {"organisationId": "%s", "name": "見本システム", "scopes": ["notification.read"], "jwks": %s}
    """
        .formatted(organisation, client.publicKeys());
  }
}
