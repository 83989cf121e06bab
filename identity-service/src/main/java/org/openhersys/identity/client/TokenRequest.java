package org.openhersys.identity.client;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A readable token request.
 *
 * @param scopes empty asks for all that the client has
 * @param clientId who the client says it is beside the assertion, or null
 */
record TokenRequest(SignedJWT assertion, Set<String> scopes, @Nullable String clientId) {
  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /**
   * @throws TokenRefusal when a parameter is missing, repeated (RFC 6749 § 3.2) or unusable
   */
  static TokenRequest of(
      List<String> grantType,
      List<String> assertionType,
      List<String> assertion,
      List<String> scope,
      List<String> clientId) {
    if (!"client_credentials".equals(one(grantType))) {
      throw new TokenRefusal(TokenRefusal.Reason.GRANT_TYPE);
    }
    if (!ASSERTION_TYPE.equals(one(assertionType))) {
      throw new TokenRefusal(TokenRefusal.Reason.REQUEST);
    }
    return new TokenRequest(
        parse(one(assertion)),
        scope.isEmpty() ? Set.of() : scopes(one(scope)),
        clientId.isEmpty() ? null : one(clientId));
  }

  /** Whether it does not name another client than the assertion does (RFC 7521 § 4.2). */
  boolean isFrom(UUID claimed) {
    return clientId == null || clientId.equals(claimed.toString());
  }

  /** The assertion's own id; the assertion has been verified. */
  String jti() {
    try {
      return assertion.getJWTClaimsSet().getJWTID();
    } catch (ParseException unreadable) {
      throw new TokenRefusal(TokenRefusal.Reason.CLIENT);
    }
  }

  private static String one(List<String> values) {
    if (values.size() != 1) {
      throw new TokenRefusal(TokenRefusal.Reason.REQUEST);
    }
    return values.get(0);
  }

  private static SignedJWT parse(String assertion) {
    try {
      return SignedJWT.parse(assertion);
    } catch (ParseException unreadable) {
      throw new TokenRefusal(TokenRefusal.Reason.CLIENT);
    }
  }

  private static Set<String> scopes(String scope) {
    return scope.isBlank() ? Set.of() : new java.util.TreeSet<>(List.of(scope.strip().split(" +")));
  }
}
