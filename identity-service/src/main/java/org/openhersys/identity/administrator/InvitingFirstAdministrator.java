package org.openhersys.identity.administrator;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.accesslog.AccessLog;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.identity.activation.Activation;
import org.openhersys.identity.activation.Activations;
import org.openhersys.identity.activation.NewActivation;

/**
 * The first national administrator of a system that has none: the one account that nobody issues.
 */
@Singleton
public class InvitingFirstAdministrator {
  private final Jdbi jdbi;
  private final Activations activations;
  private final AccessLog accessLog;

  @Inject
  InvitingFirstAdministrator(Jdbi jdbi, Activations activations, AccessLog accessLog) {
    this.jdbi = jdbi;
    this.activations = activations;
    this.accessLog = accessLog;
  }

  /** Makes the account, and the national organisation where there is none. */
  @ActivateRequestContext
  public Invitation invite(FirstAdministrator wanted) {
    NewActivation activation = activations.make();
    return jdbi.inTransaction(
        handle -> {
          Made made = make(handle, wanted, activation);
          if (made.outcome() == Outcome.INVITED) {
            accessLog.record(
                handle,
                made.caller(),
                "account.invite-first-administrator",
                List.of(Objects.requireNonNull(made.account())));
          }
          return new Invitation(
              made.outcome(), made.outcome() == Outcome.INVITED ? activation.shown() : null);
        });
  }

  private static Made make(Handle handle, FirstAdministrator wanted, NewActivation activation) {
    return handle
        .createQuery(
            """
            select outcome, account_id, organisation_id
            from identity.invite_first_administrator(:organisation, :code, :name, :account, :loginId, :displayName, :digest, :at, :until)
            """)
        .bind("organisation", Uuids.next())
        .bind("code", wanted.organisationCode())
        .bind("name", wanted.organisationName())
        .bind("account", Uuids.next())
        .bind("loginId", wanted.loginId())
        .bind("displayName", wanted.displayName())
        .bind("digest", activation.digest())
        .bind("at", activation.issuedAt())
        .bind("until", activation.shown().expiresAt())
        .map(
            (row, context) ->
                new Made(
                    Outcome.valueOf(row.getString("outcome")),
                    row.getObject("account_id", UUID.class),
                    row.getObject("organisation_id", UUID.class)))
        .one();
  }

  /**
   * How it ended.
   *
   * @param activation null unless the administrator was invited
   */
  public record Invitation(Outcome outcome, @Nullable Activation activation) {}

  /** The answers of {@code identity.invite_first_administrator}. */
  public enum Outcome {
    INVITED,
    ADMINISTRATOR_EXISTS,
    LOGIN_ID_TAKEN,
    ORGANISATION_DIFFERS
  }

  // Unless somebody was invited there may be neither.
  private record Made(Outcome outcome, @Nullable UUID account, @Nullable UUID organisation) {

    // Nobody is logged in: the row stands in the name of the account that is made.
    Caller caller() {
      return Caller.atDoor(
          Objects.requireNonNull(account),
          Objects.requireNonNull(organisation),
          Role.NATIONAL_ADMINISTRATOR);
    }
  }
}
