package org.openhersys.identity.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhersys.identity.EmptyDatabase;
import org.openhersys.identity.account.AccountRecords;
import org.openhersys.identity.account.Passwords;
import org.openhersys.identity.client.ClientRecords;

@QuarkusTest
class SeedingDirectoryTest {
  private static final String DATABASE = "seeding";
  private static final String DIRECTORY =
      """
      {
        "organisations": [
          {"code": "KAKUU-HONCHO", "kind": "LOCAL_GOVERNMENT", "name": "架空県"},
          {"code": "KAKUU-HC", "kind": "HEALTH_CENTRE", "name": "架空保健所", "nameKana": "カクウホケンジョ",
           "parentCode": "KAKUU-HONCHO", "municipalityCode": "990019", "jurisdiction": ["990019", "990027"],
           "mailAddress": "madoguchi@kakuu-hc.invalid"}
        ],
        "accounts": [
          {"organisationCode": "KAKUU-HC", "loginId": "kakuu.hokenjo-1", "displayName": "見本 花子",
           "role": "HEALTH_CENTRE_STAFF", "shared": true, "password": "mihon-no-nagai-pasuwaado"}
        ],
        "clients": [
          {"organisationCode": "KAKUU-HC", "name": "見本システム", "scopes": ["case.read"], "jwks": {"keys": []},
           "tokenUrlAudience": false, "clientId": "01890000-0000-7000-8000-000000000001"}
        ]
      }
      """;

  @Inject ObjectMapper mapper;
  @Inject OrganisationRecords organisations;
  @Inject AccountRecords accounts;
  @Inject ClientRecords clients;
  @Inject Passwords passwords;
  @TempDir Path folder;

  private EmptyDatabase database;

  @BeforeEach
  void makeDatabase() throws SQLException {
    database = EmptyDatabase.named(DATABASE);
  }

  @AfterEach
  void dropDatabase() {
    EmptyDatabase.drop(DATABASE);
  }

  @Test
  void anEmptySystemTakesTheWholeDirectory() throws IOException {
    assertTrue(seeding().load(file(DIRECTORY)));

    assertEquals(2, count("identity.organisation"));
    assertEquals(2, count("identity.jurisdiction"));
    assertEquals(1, count("identity.account"));
    assertEquals(1, count("identity.client"));
    assertTrue(
        passwords.matches(
            "mihon-no-nagai-pasuwaado", text("select password_hash from identity.account")));
    assertEquals(
        "KAKUU-HONCHO",
        text(
            "select p.code from identity.organisation o join identity.organisation p on p.id = o.parent_id"));
    assertEquals(
        "KAKUU-HC madoguchi@kakuu-hc.invalid",
        text(
            """
            select o.code || ' ' || s.mail_address from identity.organisation_settings s
            join identity.organisation o on o.id = s.organisation_id where s.mail_address is not null
            """));
  }

  @Test
  void aSystemWithAnOrganisationIsLeftAsItIs() throws IOException {
    owner()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into identity.organisation (id, code, kind, name) values (gen_random_uuid(), 'HERE', 'NATIONAL', '架空省')"));

    assertFalse(seeding().load(file(DIRECTORY)));

    assertEquals(1, count("identity.organisation"));
    assertEquals(0, count("identity.account"));
  }

  @Test
  void ofManyInstancesThatStartTogetherOneLoads() throws IOException {
    Path file = file(DIRECTORY);

    long loaded = IntStream.range(0, 5).parallel().filter(i -> seeding().load(file)).count();

    assertEquals(1, loaded);
    assertEquals(2, count("identity.organisation"));
  }

  @Test
  void aDirectoryWithAFaultLeavesNothingBehind() throws IOException {
    Path faulty =
        file(
            DIRECTORY.replace(
                "\"organisationCode\": \"KAKUU-HC\"", "\"organisationCode\": \"NOWHERE\""));

    assertThrows(IllegalArgumentException.class, () -> seeding().load(faulty));

    assertEquals(0, count("identity.organisation"));
  }

  private SeedingDirectory seeding() {
    return new SeedingDirectory(
        database.as("hersys_identity"),
        mapper,
        organisations,
        accounts,
        clients,
        passwords,
        Optional.empty());
  }

  private Path file(String directory) throws IOException {
    return Files.writeString(folder.resolve("directory.json"), directory);
  }

  private int count(String table) {
    return owner()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  private String text(String query) {
    return owner().withHandle(handle -> handle.createQuery(query).mapTo(String.class).one());
  }

  private Jdbi owner() {
    return database.as("postgres");
  }
}
