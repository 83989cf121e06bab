package org.openhersys.identity.organisation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.identity.account.AccountRecords;
import org.openhersys.identity.account.Passwords;
import org.openhersys.identity.client.ClientRecords;

/**
 * Loads a directory into a system that has none, in one transaction: {@code hersys.directory.seed}
 * names a JSON file. A system with any organisation in it is left as it is; of several instances
 * that start together one loads.
 */
@Singleton
class SeedingDirectory {
  private static final Logger LOG = Logger.getLogger(SeedingDirectory.class);
  private static final long LOCK = 0x6865727379736469L;
  private static final int AFTER_SCHEMA_CHECK = 3_000;

  private final Jdbi jdbi;
  private final ObjectMapper mapper;
  private final OrganisationRecords organisations;
  private final AccountRecords accounts;
  private final ClientRecords clients;
  private final Passwords passwords;
  private final Optional<Path> seed;

  @Inject
  SeedingDirectory(
      Jdbi jdbi,
      ObjectMapper mapper,
      OrganisationRecords organisations,
      AccountRecords accounts,
      ClientRecords clients,
      Passwords passwords,
      @ConfigProperty(name = "hersys.directory.seed") Optional<Path> seed) {
    this.jdbi = jdbi;
    this.mapper = mapper;
    this.organisations = organisations;
    this.accounts = accounts;
    this.clients = clients;
    this.passwords = passwords;
    this.seed = seed;
  }

  void load(@Observes @Priority(AFTER_SCHEMA_CHECK) StartupEvent start) {
    seed.ifPresent(this::load);
  }

  /**
   * Loads the file where there is no organisation yet.
   *
   * @return whether it was loaded
   */
  boolean load(Path file) {
    if (!jdbi.withHandle(organisations::isEmpty)) {
      return false;
    }
    DirectoryDocument document = read(file);
    // Before the lock: hashing takes longer than the others would wait for it.
    Map<String, String> hashes = new HashMap<>();
    document.accounts().forEach(a -> hashes.put(a.loginId(), passwords.hash(a.password())));
    boolean loaded =
        jdbi.inTransaction(
            handle -> {
              handle
                  .createQuery("select pg_advisory_xact_lock(:lock)")
                  .bind("lock", LOCK)
                  .map((row, context) -> true)
                  .one();
              if (!organisations.isEmpty(handle)) {
                return false;
              }
              store(handle, document, hashes);
              return true;
            });
    LOG.infof("directory file=%s loaded=%s", file.getFileName(), loaded);
    return loaded;
  }

  private DirectoryDocument read(Path file) {
    try {
      return mapper.readValue(file.toFile(), DirectoryDocument.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void store(Handle handle, DirectoryDocument document, Map<String, String> hashes) {
    Map<String, UUID> ids = new HashMap<>();
    for (DirectoryDocument.SeedOrganisation seeded : document.organisations()) {
      UUID id = seeded.id() == null ? Uuids.next() : seeded.id();
      organisations.insert(
          handle,
          new Organisation(
              id,
              seeded.code(),
              seeded.kind(),
              seeded.name(),
              seeded.nameKana(),
              seeded.municipalityCode(),
              seeded.parentCode() == null ? null : known(ids, seeded.parentCode())));
      ids.put(seeded.code(), id);
      if (seeded.jurisdiction() != null) {
        seeded.jurisdiction().forEach(m -> organisations.insertJurisdiction(handle, m, id));
      }
      if (seeded.mailAddress() != null) {
        organisations.insertMailAddress(handle, id, seeded.mailAddress());
      }
    }
    for (DirectoryDocument.SeedAccount account : document.accounts()) {
      accounts.plant(
          handle,
          known(ids, account.organisationCode()),
          account.loginId(),
          account.displayName(),
          account.role(),
          account.shared(),
          hashes.get(account.loginId()));
    }
    for (DirectoryDocument.SeedClient client : document.clients()) {
      clients.insert(
          handle,
          client.clientId() == null ? Uuids.next() : client.clientId(),
          known(ids, client.organisationCode()),
          client.name(),
          client.scopes(),
          publicKeys(client),
          client.tokenUrlAudience());
    }
  }

  // A private part left in the file by mistake does not get into the database.
  private static String publicKeys(DirectoryDocument.SeedClient client) {
    try {
      return JWKSet.parse(client.jwks().toString()).toString(true);
    } catch (ParseException unreadable) {
      throw new IllegalArgumentException("the keys of a client cannot be read: " + client.name());
    }
  }

  private static UUID known(Map<String, UUID> ids, String code) {
    UUID id = ids.get(code);
    if (id == null) {
      throw new IllegalArgumentException("the directory names an unknown organisation: " + code);
    }
    return id;
  }
}
