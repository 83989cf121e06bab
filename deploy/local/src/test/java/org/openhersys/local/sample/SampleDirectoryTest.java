package org.openhersys.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDirectoryTest {
  @TempDir Path directory;
  private final SampleDirectory sample = new SampleDirectory();

  @Test
  void everyMunicipalityCodeHasItsCheckDigit() {
    Stream<String> codes =
        sample.organisations().stream()
            .flatMap(
                organisation ->
                    Stream.concat(
                        Stream.ofNullable(organisation.municipalityCode()),
                        Stream.ofNullable(organisation.jurisdiction()).flatMap(List::stream)));

    codes.forEach(code -> assertEquals(checkDigit(code), code.charAt(5) - '0', code));
  }

  @Test
  void everyMunicipalityHasOneHealthCentre() {
    List<String> areas =
        sample.organisations().stream()
            .map(Organisation::jurisdiction)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .toList();

    assertEquals(areas.size(), areas.stream().distinct().count());
    sample.organisations().stream()
        .filter(organisation -> organisation.kind().equals("MEDICAL_INSTITUTION"))
        .forEach(institution -> assertTrue(areas.contains(institution.municipalityCode())));
  }

  @Test
  void nobodyAndNothingInItCouldBeTakenForReal() {
    sample
        .organisations()
        .forEach(
            organisation ->
                assertTrue(
                    organisation.name().contains("架空") || organisation.name().contains("見本"),
                    organisation.name()));
  }

  @Test
  void centresAndInstitutionsHaveAMailboxThatNoMailCanReach() {
    sample.organisations().stream()
        .filter(o -> List.of("HEALTH_CENTRE", "MEDICAL_INSTITUTION").contains(o.kind()))
        .forEach(o -> assertTrue(o.mailAddress().endsWith(".invalid"), o.code()));
  }

  @Test
  void theCredentialsOfAnEarlierDirectoryAreTold() {
    Credentials credentials = sample.credentials("http://localhost:1");

    assertTrue(sample.isThatOf(credentials));
    assertFalse(
        sample.isThatOf(
            new Credentials(
                credentials.baseUrl(),
                credentials.accounts().subList(1, credentials.accounts().size()),
                credentials.clients(),
                true)));
  }

  @Test
  void everybodyIsIssuedBySomebodyBefore() {
    Set<String> before = new HashSet<>();

    for (SampleDirectory.Account account : sample.accounts()) {
      assertEquals(before.isEmpty(), account.issuer() == null, account.loginId());
      assertTrue(before.isEmpty() || before.contains(account.issuer()), account.loginId());
      before.add(account.loginId());
    }
    sample.clients().forEach(client -> assertTrue(before.contains(client.registeredBy())));
  }

  @Test
  void privateKeysStayOutOfWhatIsRegistered() throws ParseException {
    Credentials credentials = sample.credentials("http://localhost:8080");

    for (Credentials.Client client : credentials.clients()) {
      assertTrue(JWK.parse(client.privateJwk()).isPrivate());
      assertTrue(JWKSet.parse(client.publicKeys()).getKeys().stream().noneMatch(JWK::isPrivate));
    }
  }

  @Test
  void credentialsComeBackFromTheirFileAsTheyWere() {
    Credentials credentials = sample.credentials("http://localhost:1");
    Path file = directory.resolve("credentials.json");

    credentials.write(file);

    assertEquals(credentials, Credentials.read(file).orElseThrow());
  }

  /** 全国地方公共団体コード, domain.md § 5. */
  private static int checkDigit(String code) {
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += (code.charAt(i) - '0') * (6 - i);
    }
    return (11 - sum % 11) % 10;
  }
}
