package org.openhersys.local.journey;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.CredentialsFile;

/**
 * Prints an access token of a sample account (by login id) or of a sample client (by scope), for
 * use with curl. The first argument names the file with the sample credentials.
 */
public final class Token {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Token() {}

  /** Logs in with the next good one-time code, for which it may have to wait half a minute. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    String who = arguments[1];
    Credentials credentials =
        Credentials.read(file)
            .orElseThrow(() -> new IllegalStateException("start ./deploy/local/run first"));
    Http http = new Http(credentials.baseUrl());
    boolean machine = credentials.clients().stream().anyMatch(c -> c.scopes().contains(who));
    OUT.println(
        machine ? ofClient(http, credentials, who) : ofPerson(http, file, credentials, who));
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
