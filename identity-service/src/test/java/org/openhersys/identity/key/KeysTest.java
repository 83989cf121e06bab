package org.openhersys.identity.key;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhersys.identity.IdentityService.anonymous;

import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhersys.identity.People;

@QuarkusTest
class KeysTest {
  @Inject People people;

  @Test
  void onlyPublicPartsArePublished() {
    List<Map<String, String>> keys =
        anonymous().get("/.well-known/jwks.json").then().statusCode(200).extract().path("keys");

    for (Map<String, String> key : keys) {
      assertEquals(Set.of("kty", "kid", "use", "alg", "n", "e"), key.keySet());
    }
  }

  @Test
  void theKeyOfATokenIsAmongThem() throws ParseException {
    SignedJWT token = SignedJWT.parse(people.staff().token());

    anonymous()
        .get("/.well-known/jwks.json")
        .then()
        .body("keys.kid", hasItem(equalTo(token.getHeader().getKeyID())));
  }
}
