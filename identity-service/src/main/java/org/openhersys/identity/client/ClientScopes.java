package org.openhersys.identity.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/** Whether scopes fit the organisation whose client asks for them. */
final class ClientScopes {
  private static final int MOST = 3;

  private ClientScopes() {}

  /**
   * What is wrong with them.
   *
   * @param scopes null is told elsewhere
   * @param fitting what a client of that organisation may ask for ({@link ManagedClientRecords})
   */
  static List<Finding> findings(@Nullable List<@Nullable String> scopes, Set<String> fitting) {
    List<Finding> findings = new ArrayList<>();
    if (scopes == null) {
      return findings;
    }
    if (scopes.size() > MOST) {
      findings.add(
          Finding.error("/scopes", "TOO_MANY", "スコープは3個までです", "There are at most three scopes"));
    }
    for (int i = 0; i < Math.min(scopes.size(), MOST); i++) {
      String scope = scopes.get(i);
      if (scope == null || !fitting.contains(scope)) {
        findings.add(
            Finding.error(
                "/scopes/" + i,
                "SCOPE_NOT_FITTING",
                "この種別の組織のクライアントには付与できないスコープです",
                "A client of this kind of organisation cannot have this scope"));
      } else if (scopes.indexOf(scope) < i) {
        findings.add(
            Finding.error("/scopes/" + i, "DUPLICATE", "同じスコープが2回あります", "A scope stands twice"));
      }
    }
    return findings;
  }
}
