package org.openhersys.identity.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.problem.Language;
import org.openhersys.api.problem.ProblemException;

/** 組織の一括登録. */
@Path("/api/v1/organisations/import")
@Consumes("text/csv")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationImportResource {
  private final CurrentCaller caller;
  private final ImportingOrganisations importing;
  private final Language language;

  @Inject
  OrganisationImportResource(
      CurrentCaller caller, ImportingOrganisations importing, Language language) {
    this.caller = caller;
    this.importing = importing;
    this.language = language;
  }

  @POST
  @RolesAllowed({
    RoleNames.NATIONAL_ADMINISTRATOR,
    RoleNames.LOCAL_GOVERNMENT_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER
  })
  public OrganisationImport importOrganisations(
      @QueryParam("dryRun") @Nullable String dryRun, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    boolean rehearsal = isTrue(dryRun);
    ImportFile file = ImportFile.read(FileText.read(body, charset(headers)));
    ImportPlan plan = importing.importFile(caller.get(), file, rehearsal);
    return OrganisationImport.of(plan, rehearsal, language.of(headers));
  }

  private static @Nullable String charset(HttpHeaders headers) {
    MediaType written = headers.getMediaType();
    return written == null ? null : written.getParameters().get("charset");
  }

  private static boolean isTrue(@Nullable String dryRun) {
    if (dryRun == null || dryRun.equals("false")) {
      return false;
    }
    if (dryRun.equals("true")) {
      return true;
    }
    throw ProblemException.invalidContent(
        "", "DRY_RUN_UNREADABLE", "dryRunはtrueかfalseです", "dryRun is true or false");
  }
}
