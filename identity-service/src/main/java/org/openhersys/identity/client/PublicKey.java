package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openhersys.api.problem.Finding;

/** The rules for one public key of a client: RSA for RS384, or EC P-384 for ES384. */
final class PublicKey {
  private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
  private static final List<String> KEPT =
      List.of("kty", "kid", "use", "alg", "n", "e", "crv", "x", "y");
  private static final Set<String> READ_AND_NOT_KEPT =
      Set.of("key_ops", "x5u", "x5c", "x5t", "x5t#S256");
  private static final Map<String, String> ALGORITHM_OF_TYPE =
      Map.of("RSA", "RS384", "EC", "ES384");

  private static final Pattern KID = Pattern.compile("[!-~]{1,200}");
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");
  private static final int LEAST_BITS = 2048;
  private static final int MOST_BITS = 8192;

  /** The JDK takes no longer one with a modulus of more than 3,072 bits. */
  private static final int MOST_EXPONENT_BITS = 64;

  private static final int P384_BYTES = 48;

  private final JsonNode key;
  private final String place;
  private final List<Finding> findings = new ArrayList<>();

  private PublicKey(JsonNode key, String place) {
    this.key = key;
    this.place = place;
  }

  /**
   * What is wrong with a key.
   *
   * @param place JSON pointer to it
   */
  static List<Finding> findings(JsonNode key, String place) {
    if (!key.isObject()) {
      return List.of(Finding.error(place, "NOT_A_JWK", "JWKではありません", "Not a JWK"));
    }
    PublicKey judged = new PublicKey(key, place);
    judged.judge();
    return judged.findings;
  }

  /** The members that are kept of a key that nothing is wrong with. */
  static ObjectNode kept(JsonNode key) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    KEPT.stream().filter(key::has).forEach(name -> kept.set(name, key.get(name)));
    return kept;
  }

  /** What is wrong with a member that has no place here. */
  static Finding strayMember(String place, String name) {
    return PRIVATE.contains(name)
        ? Finding.error(
            place + "/" + name,
            "PRIVATE_KEY",
            "秘密鍵または共通鍵が含まれています。この鍵は漏えいしたものとして破棄し、新しい鍵の公開鍵だけを送ってください",
            "This is part of a private or symmetric key. Take the key as disclosed, make a new one, and send its public part only")
        : Finding.error(
            place + "/" + name.replace("~", "~0").replace("/", "~1"),
            "MEMBER_UNKNOWN",
            "この項目は使えません",
            "There is no such member");
  }

  private void judge() {
    key.fieldNames().forEachRemaining(this::judgeMember);
    if (!KID.matcher(text("kid")).matches()) {
      wrong("kid", "KID_UNREADABLE", "kidは1〜200文字の英数字記号です", "kid has 1 to 200 visible characters");
    }
    if (key.has("use") && !text("use").equals("sig")) {
      wrong("use", "NOT_FOR_SIGNATURES", "useはsigでなければなりません", "use must be sig");
    }
    if (key.has("key_ops") && !verifiesOnly(key.get("key_ops"))) {
      wrong("key_ops", "NOT_FOR_SIGNATURES", "key_opsはverifyでなければなりません", "key_ops must be verify");
    }
    String algorithm = ALGORITHM_OF_TYPE.get(text("kty"));
    if (algorithm == null) {
      wrong("kty", "KEY_TYPE", "ktyはRSAまたはECです", "kty is RSA or EC");
      return;
    }
    if (key.has("alg") && !text("alg").equals(algorithm)) {
      wrong("alg", "ALGORITHM", "algは" + algorithm + "でなければなりません", "alg must be " + algorithm);
    }
    if (algorithm.equals("RS384")) {
      judgeRsa();
    } else {
      judgeEc();
    }
  }

  private void judgeMember(String name) {
    if (!KEPT.contains(name) && !READ_AND_NOT_KEPT.contains(name)) {
      findings.add(strayMember(place, name));
    }
    if (isCertificate(name) && !isWellFormed(name)) {
      findings.add(
          Finding.error(
              place + "/" + name,
              "CERTIFICATE_UNREADABLE",
              "文字列（x5cは文字列の配列）でなければなりません",
              "A text (x5c: an array of texts)"));
    }
  }

  private static boolean isCertificate(String name) {
    return READ_AND_NOT_KEPT.contains(name) && !name.equals("key_ops");
  }

  // What a certificate says is not read, but a member of another form is no JWK (RFC 7517 § 4.6).
  private boolean isWellFormed(String name) {
    JsonNode value = key.get(name);
    return name.equals("x5c")
        ? value.isArray() && value.valueStream().allMatch(JsonNode::isTextual)
        : value.isTextual();
  }

  private void judgeRsa() {
    refuse("crv", "x", "y");
    if (number("n").filter(PublicKey::isModulus).isEmpty()) {
      wrong(
          "n",
          "RSA_MODULUS",
          "nは2048〜8192ビットの法（base64url）です",
          "n is a modulus of 2,048 to 8,192 bits, base64url");
    }
    if (number("e").filter(PublicKey::isExponent).isEmpty()) {
      wrong(
          "e",
          "RSA_EXPONENT",
          "eは3以上の奇数（base64url、64ビットまで）です",
          "e is an odd number of at least 3 and at most 64 bits, base64url");
    }
  }

  private void judgeEc() {
    refuse("n", "e");
    if (!text("crv").equals(Curve.P_384.getName())) {
      wrong("crv", "CURVE", "crvはP-384です", "crv is P-384");
      return;
    }
    boolean readable = true;
    for (String name : List.of("x", "y")) {
      if (bytes(name).filter(bytes -> bytes.length == P384_BYTES).isEmpty()) {
        wrong(
            name, "EC_COORDINATE", "48バイトの座標（base64url）です", "A coordinate of 48 bytes, base64url");
        readable = false;
      }
    }
    if (readable && !isOnCurve()) {
      findings.add(
          Finding.error(
              place, "EC_POINT", "点がP-384の曲線上にありません", "The point is not on the curve P-384"));
    }
  }

  private void refuse(String... names) {
    for (String name : names) {
      if (key.has(name)) {
        findings.add(strayMember(place, name));
      }
    }
  }

  private boolean isOnCurve() {
    try {
      new ECKey.Builder(Curve.P_384, new Base64URL(text("x")), new Base64URL(text("y"))).build();
      return true;
    } catch (IllegalStateException notOnCurve) {
      return false;
    }
  }

  private static boolean isModulus(BigInteger n) {
    return n.testBit(0) && n.bitLength() >= LEAST_BITS && n.bitLength() <= MOST_BITS;
  }

  private static boolean isExponent(BigInteger e) {
    return e.testBit(0)
        && e.compareTo(BigInteger.valueOf(3)) >= 0
        && e.bitLength() <= MOST_EXPONENT_BITS;
  }

  private static boolean verifiesOnly(JsonNode operations) {
    return operations.isArray()
        && operations.size() == 1
        && operations.get(0).asText().equals("verify");
  }

  private Optional<BigInteger> number(String name) {
    return bytes(name).map(bytes -> new BigInteger(1, bytes));
  }

  private Optional<byte[]> bytes(String name) {
    String text = text(name);
    if (!BASE64URL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** A member's text; empty where there is none. */
  private String text(String name) {
    return key.path(name).isTextual() ? key.get(name).textValue() : "";
  }

  private void wrong(String name, String code, String ja, String en) {
    findings.add(Finding.error(place + "/" + name, code, ja, en));
  }
}
