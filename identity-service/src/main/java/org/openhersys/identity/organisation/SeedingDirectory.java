package org.openhersys.identity.organisation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
  private final Optional<Path> seed;

  @Inject
  SeedingDirectory(
      Jdbi jdbi,
      ObjectMapper mapper,
      OrganisationRecords organisations,
      AccountRecords accounts,
      ClientRecords clients,
      @ConfigProperty(name = "hersys.directory.seed") Optional<Path> seed) {
    this.jdbi = jdbi;
    this.mapper = mapper;
    this.organisations = organisations;
    this.accounts = accounts;
    this.clients = clients;
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
              store(handle, read(file));
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

  private void store(Handle handle, DirectoryDocument document) {
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
    }
    for (DirectoryDocument.SeedAccount account : document.accounts()) {
      accounts.plant(
          handle,
          known(ids, account.organisationCode()),
          account.loginId(),
          account.displayName(),
          account.role(),
          account.shared(),
          account.password());
    }
    for (DirectoryDocument.SeedClient client : document.clients()) {
      clients.insert(
          handle,
          client.clientId() == null ? Uuids.next() : client.clientId(),
          known(ids, client.organisationCode()),
          client.name(),
          client.scopes(),
          client.jwks().toString(),
          client.tokenUrlAudience());
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
