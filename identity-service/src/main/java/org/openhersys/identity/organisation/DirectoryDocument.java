package org.openhersys.identity.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.caller.Role;

/** A directory to begin with: what {@code hersys.directory.seed} names. */
record DirectoryDocument(
    List<SeedOrganisation> organisations, List<SeedAccount> accounts, List<SeedClient> clients) {

  DirectoryDocument {
    organisations = organisations == null ? List.of() : organisations;
    accounts = accounts == null ? List.of() : accounts;
    clients = clients == null ? List.of() : clients;
  }

  /**
   * @param parentCode an organisation that stands before it in the list
   * @param jurisdiction 所管区域 of a health centre: municipality codes of six digits
   * @param mailAddress a mailbox of the organisation, or null
   */
  record SeedOrganisation(
      UUID id,
      String code,
      OrganisationKind kind,
      String name,
      String nameKana,
      String parentCode,
      String municipalityCode,
      List<String> jurisdiction,
      String mailAddress) {}

  /**
   * @param shared whether several people work under it (△△課1, [S18])
   * @param password the first one; TOTP is enrolled with it
   */
  record SeedAccount(
      String organisationCode,
      String loginId,
      String displayName,
      Role role,
      boolean shared,
      String password) {}

  /**
   * @param jwks public keys (RFC 7517)
   * @param tokenUrlAudience whether its assertions name the token URL as audience (SMART 2.2)
   */
  record SeedClient(
      String organisationCode,
      String name,
      List<String> scopes,
      JsonNode jwks,
      boolean tokenUrlAudience,
      UUID clientId) {}
}
