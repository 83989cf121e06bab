package org.openhersys.api.testing.hostile;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.Map;
import java.util.function.Supplier;
import org.openhersys.api.testing.TestIssuer;

/** The service under attack, as far as its contract does not tell. */
public interface Attacked {
  /** Name of the contract: {@code identity}, {@code notification} or {@code case-tracking}. */
  String contract();

  /**
   * How to get to an operation that cannot be reached by itself: by {@code operationId}, or by the
   * path up to its first parameter, as in {@code /api/v1/cases/{id}}, for everything beneath. Each
   * call makes a new situation, of another organisation.
   */
  Map<String, Supplier<Situation>> situations();

  /** With what valid tokens are signed. */
  default RSAKey signingKey() {
    return TestIssuer.key();
  }

  /** Who issues valid tokens. */
  default String issuer() {
    return TestIssuer.ISSUER;
  }
}
