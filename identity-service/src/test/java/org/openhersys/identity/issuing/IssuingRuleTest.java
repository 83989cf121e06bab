package org.openhersys.identity.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.organisation.OrganisationKind;

@QuarkusTest
class IssuingRuleTest {
  @Test
  void theTableIsThatOfTheDatabase() {
    Set<String> database =
        HersysDatabase.owner()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select issuer || ' ' || relation || ' ' || kind || ' ' || role from identity.issuing_rule")
                        .mapTo(String.class)
                        .collect(Collectors.toSet()));

    assertEquals(
        database,
        IssuingRule.TABLE.stream()
            .map(
                rule ->
                    rule.issuer() + " " + rule.relation() + " " + rule.kind() + " " + rule.role())
            .collect(Collectors.toSet()));
  }

  @Test
  void nobodyButTheMinistryAndManagersIssuesTheOwnRole() {
    Set<Role> own =
        IssuingRule.TABLE.stream()
            .filter(rule -> rule.issuer() == rule.role())
            .map(IssuingRule::role)
            .collect(Collectors.toSet());

    assertEquals(
        Set.of(Role.NATIONAL_ADMINISTRATOR, Role.HEALTH_CENTRE_MANAGER, Role.INSTITUTION_MANAGER),
        own);
  }

  @Test
  void everyRoleHasItsKindOfOrganisation() {
    for (Role role : Role.values()) {
      assertTrue(IssuingRule.TABLE.stream().anyMatch(rule -> rule.role() == role), role.name());
    }
    assertTrue(IssuingRule.fits(Role.PHYSICIAN, OrganisationKind.HEALTH_CENTRE));
    assertFalse(IssuingRule.fits(Role.PHYSICIAN, OrganisationKind.LOCAL_GOVERNMENT));
  }
}
