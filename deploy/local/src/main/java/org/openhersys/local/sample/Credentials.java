package org.openhersys.local.sample;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openhersys.local.PrivateFile;

/**
 * With what one logs in to the sample directory, for people and for tools. Kept in a file of mode
 * 600, in readable JSON, because the services keep hashes and sealed seeds only.
 *
 * @param baseUrl where these work; also the issuer, and so the audience of client assertions
 * @param founded whether all of them have been issued and activated
 */
public record Credentials(
    String baseUrl, List<Account> accounts, List<Client> clients, boolean founded) {
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
      @Nullable String totpSecret,
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

    private Account with(@Nullable String secret, boolean confirmed, long usedStep) {
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
   * @param clientId null until it is registered
   * @param privateJwk its private key (RFC 7517), for RS384
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Client(
      @Nullable String clientId,
      String name,
      String organisationCode,
      String organisation,
      List<String> scopes,
      Map<String, Object> privateJwk) {

    /** Under the id that it was registered with. */
    public Client registered(String id) {
      return new Client(id, name, organisationCode, organisation, scopes, privateJwk);
    }

    /** What is registered of its keys (JWKS). */
    @JsonIgnore
    public Map<String, Object> publicKeys() {
      try {
        return new JWKSet(RSAKey.parse(privateJwk).toPublicJWK()).toJSONObject();
      } catch (ParseException e) {
        throw new IllegalStateException(e);
      }
    }
  }

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

  /** The client of that name. */
  public Client client(String name) {
    return first(clients, client -> client.name().equals(name));
  }

  Credentials at(String otherBaseUrl) {
    return new Credentials(otherBaseUrl, accounts, clients, founded);
  }

  Credentials complete() {
    return new Credentials(baseUrl, accounts, clients, true);
  }

  Credentials with(Client changed) {
    return new Credentials(
        baseUrl,
        accounts,
        clients.stream()
            .map(client -> client.name().equals(changed.name()) ? changed : client)
            .toList(),
        founded);
  }

  Credentials with(Account changed) {
    List<Account> all = new ArrayList<>(accounts);
    all.replaceAll(account -> account.loginId().equals(changed.loginId()) ? changed : account);
    if (!all.contains(changed)) {
      all.add(changed);
    }
    return new Credentials(baseUrl, all, clients, founded);
  }

  private static <T> T first(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).findFirst().orElseThrow();
  }
}
