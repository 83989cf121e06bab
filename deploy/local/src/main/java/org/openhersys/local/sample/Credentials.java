package org.openhersys.local.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openhersys.local.PrivateFile;

/**
 * With what one logs in to the sample directory, for people and for tools. Kept in a file of mode
 * 600, in readable JSON, because the services keep hashes and sealed seeds only.
 *
 * @param baseUrl where these work; also the issuer, and so the audience of client assertions
 */
public record Credentials(String baseUrl, List<Account> accounts, List<Client> clients) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * An account of a person or a ward.
   *
   * @param operatorRequired a shared account, at whose login the person is named
   * @param totpSecret base32; absent until enrolment began
   * @param totpConfirmed whether the enrolment is active
   * @param totpUsedStep the last 30-second step whose code was used from here; a code is good once
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Account(
      String loginId,
      String password,
      String displayName,
      String role,
      String organisationCode,
      String organisation,
      boolean operatorRequired,
      String totpSecret,
      boolean totpConfirmed,
      long totpUsedStep) {

    /** With a seed that still awaits its first code. */
    public Account enrolling(String secret) {
      return with(secret, false, totpUsedStep);
    }

    /** With an active seed. */
    public Account enrolled() {
      return with(totpSecret, true, totpUsedStep);
    }

    /** After a code was used. */
    public Account afterCodeOf(long step) {
      return with(totpSecret, totpConfirmed, step);
    }

    private Account with(String secret, boolean confirmed, long usedStep) {
      return new Account(
          loginId,
          password,
          displayName,
          role,
          organisationCode,
          organisation,
          operatorRequired,
          secret,
          confirmed,
          usedStep);
    }
  }

  /**
   * A machine client.
   *
   * @param privateJwk its private key (RFC 7517), for RS384
   */
  public record Client(
      String clientId,
      String name,
      String organisationCode,
      String organisation,
      List<String> scopes,
      Map<String, Object> privateJwk) {}

  /** Reads the file, if there is one. */
  public static Optional<Credentials> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), Credentials.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(Path file) {
    try {
      PrivateFile.write(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public Account account(String loginId) {
    return first(accounts, account -> account.loginId().equals(loginId));
  }

  /** The account of that role in an organisation. */
  public Account account(String role, String organisationCode) {
    return first(
        accounts,
        account ->
            account.role().equals(role) && account.organisationCode().equals(organisationCode));
  }

  /** The first client that has a scope. */
  public Client clientWith(String scope) {
    return first(clients, client -> client.scopes().contains(scope));
  }

  Credentials at(String otherBaseUrl) {
    return new Credentials(otherBaseUrl, accounts, clients);
  }

  Credentials with(Account changed) {
    return new Credentials(
        baseUrl,
        accounts.stream()
            .map(account -> account.loginId().equals(changed.loginId()) ? changed : account)
            .toList(),
        clients);
  }

  private static <T> T first(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).findFirst().orElseThrow();
  }
}
