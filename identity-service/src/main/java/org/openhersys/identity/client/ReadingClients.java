package org.openhersys.identity.client;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccountedAccess;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.paging.Cursors;
import org.openhersys.api.paging.PageLimit;
import org.openhersys.api.problem.ProblemException;

/** Looking at the clients that the caller manages. */
@Singleton
class ReadingClients {
  private static final String LIST = "clients";

  private final AccountedAccess access;
  private final ManagedClientRecords records;
  private final Cursors cursors;

  @Inject
  ReadingClients(AccountedAccess access, ManagedClientRecords records, Cursors cursors) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * A page of the list.
   *
   * @param organisation whose clients, or null for all
   */
  ClientPage page(
      Caller caller, @Nullable UUID organisation, @Nullable String cursor, PageLimit limit) {
    UUID own = caller.organisationId();
    String filter = String.valueOf(organisation);
    ClientPlace after =
        cursor == null
            ? ClientPlace.BEGIN
            : ClientPlace.of(cursors.open(LIST, own, filter, cursor));
    return access.attempt(
        caller,
        "client.list",
        List.of(),
        handle -> {
          List<ClientSummary> found = records.page(handle, organisation, after, limit.plusOne());
          boolean more = found.size() > limit.value();
          List<ClientSummary> page = more ? found.subList(0, limit.value()) : found;
          access.record(
              handle, caller, "client.list", page.stream().map(ClientSummary::id).toList());
          String next =
              more
                  ? cursors.seal(
                      LIST, own, filter, ClientPlace.of(page.get(page.size() - 1)).parts())
                  : null;
          return new ClientPage(page, next);
        });
  }

  /**
   * One client.
   *
   * @throws ProblemException 404 when the caller does not manage it
   */
  RegisteredClient one(Caller caller, UUID id) {
    return access.attempt(
        caller,
        "client.read",
        List.of(id),
        handle -> {
          RegisteredClient found = records.find(handle, id).orElseThrow(ProblemException::notFound);
          access.record(handle, caller, "client.read", List.of(id));
          return found;
        });
  }
}
