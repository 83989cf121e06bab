package org.openhersys.identity;

import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.ContractComparison;
import org.openhersys.identity.account.OwnPasswordResource;
import org.openhersys.identity.activation.ActivationsResource;
import org.openhersys.identity.client.ClientsResource;
import org.openhersys.identity.client.ServerMetadataResource;
import org.openhersys.identity.client.TokenResource;
import org.openhersys.identity.directory.OrganisationImportResource;
import org.openhersys.identity.issuing.AccountsResource;
import org.openhersys.identity.key.KeysResource;
import org.openhersys.identity.login.SessionsResource;
import org.openhersys.identity.organisation.OrganisationsResource;
import org.openhersys.identity.quota.AccountQuotaResource;
import org.openhersys.identity.session.CurrentSessionResource;
import org.openhersys.identity.settings.OrganisationSettingsResource;
import org.openhersys.identity.totp.RecoveryCodesResource;
import org.openhersys.identity.totp.TotpEnrolmentsResource;

class ContractConformityTest {
  @Test
  void theResourcesAreTheContract() {
    ContractComparison.compare(
        "identity",
        AccountsResource.class,
        ActivationsResource.class,
        OwnPasswordResource.class,
        OrganisationImportResource.class,
        OrganisationSettingsResource.class,
        AccountQuotaResource.class,
        TotpEnrolmentsResource.class,
        RecoveryCodesResource.class,
        SessionsResource.class,
        CurrentSessionResource.class,
        OrganisationsResource.class,
        ClientsResource.class,
        TokenResource.class,
        ServerMetadataResource.class,
        KeysResource.class);
  }
}
