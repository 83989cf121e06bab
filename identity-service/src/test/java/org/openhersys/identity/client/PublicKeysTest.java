package org.openhersys.identity.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.api.problem.Finding;

class PublicKeysTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RSAKey RSA = Machine.rsaKey("mihon-rsa");
  private static final ECKey EC = Machine.ecKey("mihon-ec");

  @Test
  void aPublicRsaKeyAndAPublicP384KeyAreRight() {
    assertEquals(List.of(), told(set(rsa(), ec())));
    assertEquals(List.of(), told(set(rsa().put("use", "sig").put("alg", "RS384"))));
    assertEquals(List.of(), told(set(ec().put("use", "sig").put("alg", "ES384"))));
  }

  @Test
  void oneToTenKeysStandInASet() {
    assertEquals(List.of(), told(set(several(10))));
    assertEquals(List.of("/jwks/keys KEY_COUNT"), told(set(several(11))));
    assertEquals(List.of("/jwks/keys KEY_COUNT"), told(set()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null               | /jwks REQUIRED",
        "'\"text\"'         | /jwks NOT_A_JWK_SET",
        "[]                 | /jwks NOT_A_JWK_SET",
        "{}                 | /jwks/keys REQUIRED",
        "{\"keys\": null}   | /jwks/keys REQUIRED",
        "{\"keys\": {}}     | /jwks/keys KEY_COUNT",
        "{\"keys\": [7]}    | /jwks/keys/0 NOT_A_JWK",
        "{\"keys\": [null]} | /jwks/keys/0 NOT_A_JWK"
      })
  void whatIsNoSetIsTold(String json, String told) throws JsonProcessingException {
    assertEquals(List.of(told), told(JSON.readTree(json)));
  }

  @Test
  void aKeyInThePlaceOfASetIsToldAndSoAreItsPrivateParts() throws JsonProcessingException {
    List<String> told = told(JSON.readTree(RSA.toJSONString()));

    assertTrue(told.contains("/jwks/keys REQUIRED"), told::toString);
    assertTrue(told.contains("/jwks/d PRIVATE_KEY"), told::toString);
    assertTrue(told.contains("/jwks/kty MEMBER_UNKNOWN"), told::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
  void aPrivateOrSymmetricMemberIsRefusedAndItsValueNotRepeated(String member) {
    for (ObjectNode key : List.of(rsa(), ec())) {
      List<Finding> findings = PublicKeys.findings(set(key.put(member, "c2VjcmV0")));

      assertEquals(
          List.of("/jwks/keys/0/" + member + " PRIVATE_KEY"),
          findings.stream().map(PublicKeysTest::line).toList());
      assertFalse(findings.toString().contains("c2VjcmV0"));
    }
  }

  @Test
  void aSymmetricKeyIsOfAKindThatIsNotTaken() {
    ObjectNode key = JSON.createObjectNode().put("kty", "oct").put("kid", "mihon").put("k", "AAAA");

    assertEquals(
        List.of("/jwks/keys/0/k PRIVATE_KEY", "/jwks/keys/0/kty KEY_TYPE"), told(set(key)));
  }

  @ParameterizedTest
  @CsvSource({"2047, false", "2048, true", "4096, true", "8192, true", "8193, false"})
  void anRsaModulusHas2048To8192Bits(int bits, boolean right) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);

    List<String> told = told(set(rsa().put("n", number(modulus))));

    assertEquals(right ? List.of() : List.of("/jwks/keys/0/n RSA_MODULUS"), told);
  }

  @Test
  void anEvenModulusIsNone() {
    ObjectNode key = rsa().put("n", number(BigInteger.ONE.shiftLeft(2047)));

    assertEquals(List.of("/jwks/keys/0/n RSA_MODULUS"), told(set(key)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "1, false",
    "2, false",
    "3, true",
    "4, false",
    "65537, true",
    "65536, false",
    "18446744073709551615, true",
    "18446744073709551617, false"
  })
  void anRsaExponentIsOddAndAtLeastThree(BigInteger exponent, boolean right) {
    List<String> told = told(set(rsa().put("e", number(exponent))));

    assertEquals(right ? List.of() : List.of("/jwks/keys/0/e RSA_EXPONENT"), told);
  }

  @Test
  void everyKeyHasANameOfItsOwn() {
    assertEquals(
        List.of("/jwks/keys/1/kid DUPLICATE"), told(set(rsa(), ec().put("kid", "mihon-rsa"))));
    for (String unreadable : List.of("", " ", "二", "nul\0", "x".repeat(201))) {
      assertEquals(
          List.of("/jwks/keys/0/kid KID_UNREADABLE"), told(set(rsa().put("kid", unreadable))));
    }
    assertEquals(
        List.of("/jwks/keys/0/kid KID_UNREADABLE"), told(set((ObjectNode) rsa().without("kid"))));
  }

  @ParameterizedTest
  @CsvSource({
    "use, enc, NOT_FOR_SIGNATURES",
    "alg, RS256, ALGORITHM",
    "alg, ES384, ALGORITHM",
    "alg, none, ALGORITHM",
    "kty, OKP, KEY_TYPE",
    "kty, rsa, KEY_TYPE",
    "n, not base64, RSA_MODULUS",
    "e, 'AQ=', RSA_EXPONENT",
    "crv, P-384, MEMBER_UNKNOWN",
    "mihon, x, MEMBER_UNKNOWN"
  })
  void whatDoesNotFitAnRsaKeyIsTold(String member, String value, String code) {
    assertEquals(
        List.of("/jwks/keys/0/" + member + " " + code), told(set(rsa().put(member, value))));
  }

  @ParameterizedTest
  @CsvSource({
    "alg, RS384, ALGORITHM",
    "crv, P-256, CURVE",
    "crv, P-521, CURVE",
    "x, AAAA, EC_COORDINATE",
    "y, AAAA, EC_COORDINATE",
    "n, AQAB, MEMBER_UNKNOWN"
  })
  void whatDoesNotFitAnEcKeyIsTold(String member, String value, String code) {
    assertEquals(
        List.of("/jwks/keys/0/" + member + " " + code), told(set(ec().put(member, value))));
  }

  @Test
  void aPointIsOnItsCurve() {
    ObjectNode key = ec().put("x", Base64URL.encode(new byte[48]).toString());

    assertEquals(List.of("/jwks/keys/0 EC_POINT"), told(set(key)));
  }

  @Test
  void aKeyMadeForVerifyingSaysSo() {
    ObjectNode key = rsa();
    key.putArray("key_ops").add("verify");
    ObjectNode signing = rsa();
    signing.putArray("key_ops").add("sign");

    assertEquals(List.of(), told(set(key)));
    assertEquals(List.of("/jwks/keys/0/key_ops NOT_FOR_SIGNATURES"), told(set(signing)));
  }

  @Test
  void everythingIsToldAtOnce() {
    ObjectNode set = set(rsa().put("use", "enc").put("d", "AA"), ec().put("crv", "P-256"));
    set.put("mihon", true);

    assertEquals(
        List.of(
            "/jwks/mihon MEMBER_UNKNOWN",
            "/jwks/keys/0/d PRIVATE_KEY",
            "/jwks/keys/0/use NOT_FOR_SIGNATURES",
            "/jwks/keys/1/crv CURVE"),
        told(set));
  }

  @Test
  void aSetWithoutEndIsRefusedWhole() {
    assertEquals(List.of("/jwks TOO_LARGE"), told(set(rsa().put("x5u", "x".repeat(100_000)))));
  }

  @Test
  void certificatesAreReadAndNotKept() throws ParseException {
    ObjectNode key =
        rsa().put("x5t", "AAAA").put("x5t#S256", "AAAA").put("x5u", "https://mihon.test");
    key.putArray("x5c").add("AAAA");
    ObjectNode set = set(key, ec());

    ObjectNode kept = PublicKeys.kept(set);

    assertEquals(List.of(), told(set));
    assertEquals(set(rsa(), ec()), kept);
    assertEquals(2, JWKSet.parse(kept.toString()).getKeys().size());
  }

  @Test
  void certificatesOfAnotherFormAreTold() {
    ObjectNode key = rsa().put("x5t", 17).put("x5t#S256", true).putNull("x5u");
    key.putArray("x5c").add("AAAA").add(17);
    ObjectNode other = ec().put("x5c", "AAAA");

    assertEquals(
        List.of(
            "/jwks/keys/0/x5t CERTIFICATE_UNREADABLE",
            "/jwks/keys/0/x5t#S256 CERTIFICATE_UNREADABLE",
            "/jwks/keys/0/x5u CERTIFICATE_UNREADABLE",
            "/jwks/keys/0/x5c CERTIFICATE_UNREADABLE",
            "/jwks/keys/1/x5c CERTIFICATE_UNREADABLE"),
        told(set(key, other)));
  }

  private static ObjectNode[] several(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> ec().put("kid", "mihon-" + i))
        .toArray(ObjectNode[]::new);
  }

  private static ObjectNode rsa() {
    return publicPart(RSA);
  }

  private static ObjectNode ec() {
    return publicPart(EC);
  }

  private static ObjectNode publicPart(JWK key) {
    return JSON.valueToTree(key.toPublicJWK().toJSONObject());
  }

  private static ObjectNode set(ObjectNode... keys) {
    ObjectNode set = JSON.createObjectNode();
    ArrayNode array = set.putArray("keys");
    Stream.of(keys).forEach(array::add);
    return set;
  }

  private static String number(BigInteger number) {
    return Base64URL.encode(number).toString();
  }

  private static List<String> told(JsonNode jwks) {
    return PublicKeys.findings(jwks).stream().map(PublicKeysTest::line).toList();
  }

  private static String line(Finding finding) {
    return finding.pointer() + " " + finding.code();
  }
}
