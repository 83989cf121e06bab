package org.openhersys.local.journey;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.CredentialsFile;

/**
 * Prints an access token of a sample account (by login id) or of a sample client (by scope), for
 * use with curl; or lists them. The first argument names the file with the sample credentials.
 */
public final class Token {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private static final String LINE = "%-24s %-24s %s";

  private Token() {}

  /** Logs in with the next good one-time code, for which it may have to wait half a minute. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    Credentials credentials =
        Credentials.read(file)
            .orElseThrow(() -> new IllegalStateException("start ./deploy/local/run first"));
    if (arguments.length == 1) {
      OUT.print(list(credentials));
      return;
    }
    String who = arguments[1];
    Http http = new Http(credentials.baseUrl());
    boolean machine = credentials.clients().stream().anyMatch(c -> c.scopes().contains(who));
    OUT.println(
        machine ? ofClient(http, credentials, who) : ofPerson(http, file, credentials, who));
  }

  /** Login ids with role and organisation, then the clients by their scopes; no secret. */
  static String list(Credentials credentials) {
    StringBuilder list = new StringBuilder();
    credentials
        .accounts()
        .forEach(
            one ->
                list.append(LINE.formatted(one.loginId(), one.role(), one.organisation()))
                    .append(one.operatorRequired() ? " (shared)\n" : "\n"));
    credentials
        .clients()
        .forEach(
            one ->
                list.append(LINE.formatted(String.join(" ", one.scopes()), "", one.organisation()))
                    .append('\n'));
    return list.toString();
  }

  private static String ofClient(Http http, Credentials credentials, String scope) {
    MachineClient client =
        new MachineClient(http, credentials.clientWith(scope), Clock.systemUTC());
    return client.requestToken().text("/access_token");
  }

  private static String ofPerson(Http http, Path file, Credentials credentials, String loginId) {
    CredentialsFile kept = CredentialsFile.write(file, credentials, credentials.baseUrl());
    Person person = new Person(http, kept, loginId, Clock.systemUTC());
    person.logIn(exchange -> {});
    return person.accessToken();
  }
}
