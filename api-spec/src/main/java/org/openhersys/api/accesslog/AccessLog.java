package org.openhersys.api.accesslog;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.database.CallerTransaction;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.problem.Problems;

/**
 * アクセスログ: who read or changed whose data ([S23, S25]). Ids only. No people's data leaves or changes
 * without its row: the row stands in the same transaction.
 */
@Singleton
public class AccessLog {
  private static final String INSERT =
      """
      insert into audit.access_log
        (id, principal_id, session_id, operator, organisation_id, operation, outcome, subjects, trace_id)
      values
        (:id, :principal, :session, :operator, :organisation, :operation, :outcome, :subjects, :trace)
      """;

  private final CallerTransaction transaction;
  private final CurrentVertxRequest request;

  @Inject
  AccessLog(CallerTransaction transaction, CurrentVertxRequest request) {
    this.transaction = transaction;
    this.request = request;
  }

  /**
   * Records what is being done, in the work's own transaction.
   *
   * @param operation resource and verb, such as {@code case.read}
   * @param subjects the ids of what was read or changed; a list gives all it returned
   */
  public void record(Handle handle, Caller caller, String operation, Collection<UUID> subjects) {
    insert(handle, caller, operation, "ALLOWED", subjects, traceId());
  }

  /**
   * The same for work that goes on after the request that asked for it was answered.
   *
   * @param trace that of the request
   */
  public void record(
      Handle handle,
      Caller caller,
      String operation,
      Collection<UUID> subjects,
      @Nullable String trace) {
    insert(handle, caller, operation, "ALLOWED", subjects, trace);
  }

  /**
   * Records, in a transaction of its own, that something was asked for and refused or not found.
   */
  public void denied(Caller caller, String operation, Collection<UUID> subjects) {
    transaction.inScope(
        caller,
        handle -> {
          insert(handle, caller, operation, "DENIED", subjects, traceId());
          return null;
        });
  }

  /**
   * The trace id of the present request, for rows that a hot path writes itself; null outside of
   * one.
   */
  public @Nullable String traceId() {
    return !Arc.container().requestContext().isActive() || request.getCurrent() == null
        ? null
        : Problems.traceId(request.getCurrent());
  }

  private void insert(
      Handle handle,
      Caller caller,
      String operation,
      String outcome,
      Collection<UUID> subjects,
      @Nullable String trace) {
    handle
        .createUpdate(INSERT)
        .bind("id", Uuids.next())
        .bind("principal", caller.principalId())
        .bind("session", caller.sessionId())
        .bind("operator", caller.operator())
        .bind("organisation", caller.organisationId())
        .bind("operation", operation)
        .bind("outcome", outcome)
        .bindArray("subjects", UUID.class, subjects.toArray())
        .bind("trace", trace)
        .execute();
  }
}
