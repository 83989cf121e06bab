package org.openhersys.identity.client;

import static org.hamcrest.Matchers.equalTo;
import static org.openhersys.identity.IdentityService.anonymous;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhersys.identity.IdentitySettings;

@QuarkusTest
class ServerMetadataTest {
  @Test
  void bothDocumentsNameTheTokenEndpointAndItsAlgorithms() {
    for (String document : List.of("smart-configuration", "oauth-authorization-server")) {
      anonymous()
          .get("/.well-known/" + document)
          .then()
          .statusCode(200)
          .body("issuer", equalTo(IdentitySettings.ISSUER))
          .body("token_endpoint", equalTo(IdentitySettings.ISSUER + "/oauth2/token"))
          .body(
              "token_endpoint_auth_signing_alg_values_supported",
              equalTo(List.of("RS384", "ES384")));
    }
  }
}
