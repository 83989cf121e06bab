package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * 公開鍵の更新, as it is asked for.
 *
 * @param jwks all keys that count from now on, as they were sent: not to be logged
 */
public record ClientKeys(@Nullable JsonNode jwks) {

  List<Finding> findings() {
    return PublicKeys.findings(jwks);
  }

  /** The keys, when nothing is wrong with them. */
  JsonNode judged() {
    return Objects.requireNonNull(jwks);
  }
}
