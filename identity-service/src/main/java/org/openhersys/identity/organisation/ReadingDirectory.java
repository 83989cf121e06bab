package org.openhersys.identity.organisation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.ProblemException;

/** Looking organisations up. Every caller may: the directory holds no personal data. */
@Singleton
class ReadingDirectory {
  private static final String LIST = "organisations";

  private final CallerTransaction transaction;
  private final OrganisationRecords organisations;
  private final Cursors cursors;

  @Inject
  ReadingDirectory(
      CallerTransaction transaction, OrganisationRecords organisations, Cursors cursors) {
    this.transaction = transaction;
    this.organisations = organisations;
    this.cursors = cursors;
  }

  OrganisationPage page(
      Caller caller, OrganisationFilter filter, @Nullable String cursor, PageLimit limit) {
    UUID own = caller.organisationId();
    String after = cursor == null ? "" : cursors.open(LIST, own, filter.text(), cursor).get(0);
    List<Organisation> found =
        transaction.inScope(
            caller, handle -> organisations.page(handle, filter, after, limit.plusOne()));
    if (found.size() <= limit.value()) {
      return new OrganisationPage(found, null);
    }
    List<Organisation> page = found.subList(0, limit.value());
    String last = page.get(page.size() - 1).code();
    return new OrganisationPage(page, cursors.seal(LIST, own, filter.text(), last));
  }

  /**
   * @throws ProblemException 404 when there is no such organisation
   */
  Organisation one(Caller caller, UUID id) {
    return transaction.inScope(
        caller, handle -> organisations.find(handle, id).orElseThrow(ProblemException::notFound));
  }
}
