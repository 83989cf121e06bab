package org.openhersys.identity.issuing;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Role;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;

/**
 * アカウント, as who manages it sees it: neither its password nor its authenticator.
 *
 * @param chargedTo the health centre out of whose quota an account of a local institute comes; else
 *     null
 * @param activatedAt null until its holder first chose a password
 */
public record ManagedAccount(
    UUID id,
    UUID organisationId,
    String loginId,
    String displayName,
    Role role,
    boolean shared,
    AccountState state,
    @Nullable UUID chargedTo,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime activatedAt,
    OffsetDateTime changedAt,
    int version) {

  /** The entity tag. */
  String tag() {
    return ETags.strong("account", id, version);
  }

  /** What of it can be changed. */
  AccountDocument document() {
    return new AccountDocument(displayName, state);
  }

  /**
   * The 412 for somebody who had another version in hand.
   *
   * @param wanted what it should have become
   * @param changedBy the organisation that made the present state, or null
   */
  ProblemException stale(AccountDocument.Judged wanted, @Nullable String changedBy) {
    List<String> differences = new ArrayList<>();
    if (!displayName.equals(wanted.displayName())) {
      differences.add("/displayName");
    }
    if (state != wanted.state()) {
      differences.add("/state");
    }
    return ProblemException.stale(tag(), changedBy, differences);
  }
}
