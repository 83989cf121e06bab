package org.openhersys.identity.issuing;

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

/** Looking at the accounts that one may manage. */
@Singleton
class ReadingAccounts {
  private static final String LIST = "accounts";

  private final AccountedAccess access;
  private final ManagedAccountRecords records;
  private final Cursors cursors;

  @Inject
  ReadingAccounts(AccountedAccess access, ManagedAccountRecords records, Cursors cursors) {
    this.access = access;
    this.records = records;
    this.cursors = cursors;
  }

  /**
   * @param organisation null for all
   */
  AccountPage page(
      Caller caller, @Nullable UUID organisation, @Nullable String cursor, PageLimit limit) {
    UUID own = caller.organisationId();
    // Managers of the same organisation do not all see the same accounts.
    String filter = caller.roleName() + "/" + organisation;
    String after = cursor == null ? "" : cursors.open(LIST, own, filter, cursor).get(0);
    return access.attempt(
        caller,
        "account.list",
        List.of(),
        handle -> {
          List<ManagedAccount> found = records.page(handle, organisation, after, limit.plusOne());
          boolean more = found.size() > limit.value();
          List<ManagedAccount> page = more ? found.subList(0, limit.value()) : found;
          access.record(
              handle, caller, "account.list", page.stream().map(ManagedAccount::id).toList());
          String next =
              more ? cursors.seal(LIST, own, filter, page.get(page.size() - 1).loginId()) : null;
          return new AccountPage(page, next);
        });
  }

  /**
   * @throws ProblemException 404 when the caller may not know of it
   */
  ManagedAccount one(Caller caller, UUID id) {
    return access.attempt(
        caller,
        "account.read",
        List.of(id),
        handle -> {
          ManagedAccount account = records.find(handle, id).orElseThrow(ProblemException::notFound);
          access.record(handle, caller, "account.read", List.of(id));
          return account;
        });
  }
}
