package org.openhersys.local.journey;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openhersys.local.sample.Authenticator;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.CredentialsFile;

/** Somebody with a sample account and an authenticator app; what the app learns is kept. */
public final class Person {
  private static final int UNAUTHENTICATED = 401;

  private final Http http;
  private final CredentialsFile file;
  private final String loginId;
  private final Clock clock;
  private @Nullable String accessToken;

  public Person(Http http, CredentialsFile file, String loginId, Clock clock) {
    this.http = http;
    this.file = file;
    this.loginId = loginId;
    this.clock = clock;
  }

  /**
   * Logs in, shown, unless the person is logged in already.
   *
   * @param who how the story names the person
   */
  void arrive(Transcript transcript, String who) {
    if (!isLoggedIn()) {
      transcript.step("Login: " + who + ", with password and one-time code");
      logIn(transcript::exchange);
    } else {
      transcript.remark(who + ": logged in before");
    }
  }

  public boolean isLoggedIn() {
    return accessToken != null;
  }

  public boolean isEnrolled() {
    return account().totpConfirmed();
  }

  /**
   * Enrols an authenticator app. If an earlier start was killed between the first code and its
   * note, the noted seed is the active one.
   *
   * @param shown is given each exchange
   */
  public void enrol(Consumer<Exchange> shown) {
    Exchange begun =
        http.send(
            Request.postJson(
                "/api/v1/accounts/totp-enrolments",
                Map.of("loginId", loginId, "password", account().password())));
    shown.accept(begun);
    if (begun.status() == UNAUTHENTICATED && account().totpSecret() != null) {
      file.put(account().enrolled());
      return;
    }
    begun.expecting(201);
    file.put(account().enrolling(begun.text("/secret")));
    Authenticator.Code code = authenticator().oldest();
    file.put(account().afterCodeOf(code.step()));
    Exchange confirmed =
        http.send(
            Request.postJson(
                "/api/v1/accounts/totp-enrolments/" + begun.text("/id") + "/confirmation",
                Map.of("code", code.digits())));
    shown.accept(confirmed);
    confirmed.expecting(200);
    file.put(account().enrolled());
  }

  /**
   * Logs in. If the code was used by somebody else already, tries once more with the next one.
   *
   * @param shown is given each exchange
   */
  public void logIn(Consumer<Exchange> shown) {
    Exchange answer = logInOnce();
    shown.accept(answer);
    if (answer.status() == UNAUTHENTICATED) {
      answer = logInOnce();
      shown.accept(answer);
    }
    accessToken = answer.expecting(201).text("/accessToken");
  }

  public Exchange send(Request request) {
    return http.send(request.as(accessToken()));
  }

  public Exchange get(String target) {
    return send(Request.get(target));
  }

  /** The token of the last login. */
  String accessToken() {
    if (accessToken == null) {
      throw new IllegalStateException(loginId + " is not logged in");
    }
    return accessToken;
  }

  private Exchange logInOnce() {
    Authenticator.Code code = authenticator().after(account().totpUsedStep());
    file.put(account().afterCodeOf(code.step()));
    Map<String, String> login = new LinkedHashMap<>();
    login.put("loginId", loginId);
    login.put("password", account().password());
    login.put("code", code.digits());
    if (account().operatorRequired()) {
      login.put("operator", "見本 操作者");
    }
    return http.send(Request.postJson("/api/v1/sessions", login));
  }

  private Credentials.Account account() {
    return file.credentials().account(loginId);
  }

  private Authenticator authenticator() {
    String secret = account().totpSecret();
    if (secret == null) {
      throw new IllegalStateException(loginId + " has no authenticator app");
    }
    return new Authenticator(secret, clock);
  }
}
