package org.openhersys.tracking.race;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.tracking.CaseTracking;
import org.openhersys.tracking.Handing;

/**
 * The centres and their local government, and how they make their moves: over HTTP, or as time and
 * the institution do.
 */
final class Arena implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  private final Map<Centre, Login> logins = new EnumMap<>(Centre.class);
  private final Map<Login, String> tokens = new HashMap<>();
  private final Login government;
  private final UUID institution = Directory.institution("011002");
  private final BlockingQueue<Handle> connections = new LinkedBlockingQueue<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Arena() {
    for (Centre centre : Centre.values()) {
      logins.put(centre, CaseTracking.staffOf(Directory.healthCentre()));
    }
    government =
        Handing.governmentAbove(
            logins.values().stream().map(Login::organisation).toArray(UUID[]::new));
    logins.values().forEach(login -> tokens.put(login, login.bearer()));
    tokens.put(government, government.bearer());
    for (int i = 0; i < CONNECTIONS; i++) {
      connections.add(HersysDatabase.owner().open());
    }
  }

  UUID id(Centre centre) {
    return logins.get(centre).organisation();
  }

  UUID institution() {
    return institution;
  }

  Login login(Centre centre) {
    return logins.get(centre);
  }

  /** Whether it was done. */
  boolean does(Move move, RacingCase racing) {
    return switch (move.kind()) {
      case ACCEPT -> turn(move, racing, "acceptance", null);
      case DECLINE -> turn(move, racing, "declination", Handing.REASON);
      case CANCEL -> turn(move, racing, "cancellation", "{}");
      case RETURN -> turn(move, racing, "return", Handing.REASON);
      case ASSIGN -> turn(move, racing, "assignment", Handing.assignment(id(move.target())));
      case EXPIRE -> expires(racing.handovers().get(move.handover()));
      case STATUS ->
          sent(
              logins.get(move.actor()),
              "PUT",
              racing.path() + "/status",
              "\"status-1\"",
              "{\"status\": \"HOSPITALISED\"}");
      case SHARE ->
          sent(
              logins.get(move.actor()),
              "PUT",
              racing.path() + "/related-centres/" + id(move.target()),
              racing.shareTag(),
              Handing.right(move.right()));
      case UNSHARE ->
          sent(
              logins.get(move.actor()),
              "DELETE",
              racing.path() + "/related-centres/" + id(move.target()),
              racing.shareTag(),
              null);
      case SUPPLEMENT ->
          sql(
              h -> {
                // Ruled out: the state of the case changes while others are given sight of it.
                racing
                    .submission()
                    .revise(h, 2, RacingCase.SUPPLEMENTED, null, "SUSPECTED", "NEGATIVE");
                return true;
              });
    };
  }

  /** SQL as the owner, in one transaction of a connection that is kept. */
  <T> T sql(Function<Handle, T> work) {
    try {
      Handle handle = connections.take();
      try {
        return handle.inTransaction(work::apply);
      } finally {
        connections.add(handle);
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  // From that instant on it counts as expired; the worker writes it down, unless somebody works on
  // the case.
  private boolean expires(UUID handover) {
    return sql(
                h ->
                    h.execute(
                        "update tracking.handover set expires_at = clock_timestamp() where id = ? and state = 'REQUESTED' and expires_at > clock_timestamp()",
                        handover))
            == 1
        && sql(h -> h.select("select tracking.expire_handovers(100)").mapTo(Integer.class).one())
            >= 0;
  }

  private boolean turn(Move move, RacingCase racing, String act, String body) {
    return sent(
        move.actor() == null ? government : logins.get(move.actor()),
        "POST",
        "/api/v1/handovers/" + racing.handovers().get(move.handover()) + "/" + act,
        racing.tag(move.handover()),
        body);
  }

  private boolean sent(Login login, String method, String path, String tag, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .header("Authorization", tokens.get(login))
            .header("If-Match", tag)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    try {
      int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
      if (status >= 500 || status == 400 || status == 401) {
        throw new AssertionError(method + " " + path + " answered " + status);
      }
      return status == 200;
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    connections.forEach(Handle::close);
  }
}
