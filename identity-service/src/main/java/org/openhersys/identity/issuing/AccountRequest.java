package org.openhersys.identity.issuing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Role;
import org.openhersys.api.problem.Finding;

/**
 * アカウントの発行.
 *
 * @param shared whether several people work under it ([S18]); null is no
 * @param chargedTo the health centre whose quota it comes out of, for {@code LOCAL_INSTITUTE_STAFF}
 *     alone ([S19])
 */
public record AccountRequest(
    @Nullable UUID organisationId,
    @Nullable String loginId,
    @Nullable String displayName,
    @Nullable Role role,
    @Nullable Boolean shared,
    @Nullable UUID chargedTo) {

  /** What is wrong with it, as far as it can be told from itself. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (organisationId == null) {
      findings.add(
          Finding.error(
              "/organisationId", "REQUIRED", "所属組織を指定してください", "The organisation is required"));
    }
    findings.addAll(LoginId.findings("/loginId", loginId));
    findings.addAll(DisplayName.findings("/displayName", displayName));
    if (role == null) {
      findings.add(Finding.error("/role", "REQUIRED", "役割を指定してください", "The role is required"));
    }
    boolean charged = role == Role.LOCAL_INSTITUTE_STAFF;
    if (charged && chargedTo == null) {
      findings.add(
          Finding.error(
              "/chargedTo",
              "REQUIRED",
              "割当元の保健所を指定してください",
              "The health centre whose quota it comes out of is required"));
    }
    if (role != null && !charged && chargedTo != null) {
      findings.add(
          Finding.error(
              "/chargedTo",
              "ONLY_FOR_LOCAL_INSTITUTES",
              "割当元は地方衛生研究所のアカウントだけに指定できます",
              "Only an account of a local institute is charged to a health centre"));
    }
    return findings;
  }

  /** What is asked for, when nothing is wrong with it. */
  Judged judged() {
    return new Judged(
        Objects.requireNonNull(organisationId),
        Objects.requireNonNull(loginId),
        Objects.requireNonNull(displayName),
        Objects.requireNonNull(role),
        Boolean.TRUE.equals(shared),
        chargedTo);
  }

  /** All that is needed is there. */
  record Judged(
      UUID organisationId,
      String loginId,
      String displayName,
      Role role,
      boolean shared,
      @Nullable UUID chargedTo) {}
}
