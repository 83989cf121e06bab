package org.openhersys.identity;

import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.ContractComparison;
import org.openhersys.identity.client.ServerMetadataResource;
import org.openhersys.identity.client.TokenResource;
import org.openhersys.identity.key.KeysResource;
import org.openhersys.identity.login.SessionsResource;
import org.openhersys.identity.organisation.OrganisationsResource;
import org.openhersys.identity.session.CurrentSessionResource;
import org.openhersys.identity.totp.TotpEnrolmentsResource;

class ContractConformityTest {
  @Test
  void theResourcesAreTheContract() {
    ContractComparison.compare(
        "identity",
        TotpEnrolmentsResource.class,
        SessionsResource.class,
        CurrentSessionResource.class,
        OrganisationsResource.class,
        TokenResource.class,
        ServerMetadataResource.class,
        KeysResource.class);
  }
}
