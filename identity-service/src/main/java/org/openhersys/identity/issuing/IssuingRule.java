package org.openhersys.identity.issuing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openhersys.api.caller.Role;
import org.openhersys.identity.organisation.OrganisationKind;

/**
 * Who issues and manages whose accounts, level by level ([S12, S18, S19], domain § 1). The database
 * holds the same table ({@code identity.issuing_rule}) and judges the relation; a test holds the
 * two together.
 *
 * @param issuer who
 * @param relation at an organisation that stands how to the issuer's own
 * @param kind and is of which kind
 * @param role issues accounts of which role
 */
record IssuingRule(Role issuer, Relation relation, OrganisationKind kind, Role role) {
  static final List<IssuingRule> TABLE =
      read(
          """
          NATIONAL_ADMINISTRATOR  ANY           NATIONAL               NATIONAL_ADMINISTRATOR  NATIONAL_STATISTICS
          NATIONAL_ADMINISTRATOR  ANY           NATIONAL_SURVEILLANCE  NATIONAL_SURVEILLANCE
          NATIONAL_ADMINISTRATOR  ANY           SUPPORT                SUPPORT
          NATIONAL_ADMINISTRATOR  ANY           LOCAL_GOVERNMENT       LOCAL_GOVERNMENT_STAFF
          NATIONAL_ADMINISTRATOR  ANY           HEALTH_CENTRE          HEALTH_CENTRE_MANAGER
          LOCAL_GOVERNMENT_STAFF  BELOW         HEALTH_CENTRE          HEALTH_CENTRE_MANAGER
          LOCAL_GOVERNMENT_STAFF  BELOW         LOCAL_INSTITUTE        LOCAL_INSTITUTE_STAFF
          LOCAL_GOVERNMENT_STAFF  BELOW         CONTRACTOR             CONTRACTOR
          HEALTH_CENTRE_MANAGER   OWN           HEALTH_CENTRE          HEALTH_CENTRE_MANAGER   HEALTH_CENTRE_STAFF  PHYSICIAN
          HEALTH_CENTRE_MANAGER   JURISDICTION  MEDICAL_INSTITUTION    INSTITUTION_MANAGER     PHYSICIAN            CLERK
          INSTITUTION_MANAGER     OWN           MEDICAL_INSTITUTION    INSTITUTION_MANAGER     PHYSICIAN            CLERK
          """);

  /** How the organisation of an account stands to the issuer's. */
  enum Relation {
    /** Any of the kind. */
    ANY,
    /** The issuer's own. */
    OWN,
    /** Under the issuer's, at any depth. */
    BELOW,
    /** Its municipality lies in the issuer's area (所管区域). */
    JURISDICTION
  }

  /** Whether anybody issues that role at that kind of organisation. */
  static boolean fits(Role role, OrganisationKind kind) {
    return TABLE.stream().anyMatch(rule -> rule.role == role && rule.kind == kind);
  }

  private static List<IssuingRule> read(String table) {
    return table.lines().flatMap(line -> rules(line.strip().split(" +"))).toList();
  }

  private static Stream<IssuingRule> rules(String[] words) {
    return Arrays.stream(words, 3, words.length)
        .map(
            role ->
                new IssuingRule(
                    Role.valueOf(words[0]),
                    Relation.valueOf(words[1]),
                    OrganisationKind.valueOf(words[2]),
                    Role.valueOf(role)));
  }
}
