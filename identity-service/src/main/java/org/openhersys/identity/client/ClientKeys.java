package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.openhersys.api.problem.Finding;

/**
 * 公開鍵の更新, as it is asked for.
 *
 * @param jwks all keys that count from now on, as they were sent: not to be logged
 */
public record ClientKeys(JsonNode jwks) {

  List<Finding> findings() {
    return PublicKeys.findings(jwks);
  }
}
