package org.openhersys.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;

/**
 * The JWK set (RFC 7517) that a client is registered with: one to ten public keys with names of
 * their own. Everything that is wrong is told at once, by its place; no value is repeated.
 */
final class PublicKeys {
  private static final int MOST = 10;

  /** Ten keys of 8,192 bits with a certificate each have less. */
  private static final int MOST_CHARACTERS = 100_000;

  private static final String ROOT = "/jwks";

  private PublicKeys() {}

  /** What is wrong with a set; none when it may be kept. */
  static List<Finding> findings(@Nullable JsonNode jwks) {
    if (jwks == null || jwks.isNull()) {
      return List.of(ClientChange.required(ROOT));
    }
    if (!jwks.isObject()) {
      return List.of(
          Finding.error(
              ROOT, "NOT_A_JWK_SET", "JWK Set（RFC 7517）ではありません", "Not a JWK set (RFC 7517)"));
    }
    if (jwks.toString().length() > MOST_CHARACTERS) {
      return List.of(
          Finding.error(
              ROOT, "TOO_LARGE", "JWK Setが大きすぎます（10万文字まで）", "At most 100,000 characters"));
    }
    List<Finding> findings = new ArrayList<>();
    jwks.fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals("keys")) {
                findings.add(PublicKey.strayMember(ROOT, name));
              }
            });
    findings.addAll(ofKeys(jwks.get("keys")));
    return findings;
  }

  /** The set as it is kept; nothing is wrong with it. */
  static ObjectNode kept(JsonNode jwks) {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    ArrayNode keys = set.putArray("keys");
    jwks.path("keys").forEach(key -> keys.add(PublicKey.kept(key)));
    return set;
  }

  private static List<Finding> ofKeys(@Nullable JsonNode keys) {
    String place = ROOT + "/keys";
    if (keys == null || keys.isNull()) {
      return List.of(ClientChange.required(place));
    }
    if (!keys.isArray() || keys.isEmpty() || keys.size() > MOST) {
      return List.of(
          Finding.error(place, "KEY_COUNT", "鍵は1〜10個の配列です", "An array of one to ten keys"));
    }
    List<Finding> findings = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      JsonNode key = keys.get(i);
      findings.addAll(PublicKey.findings(key, place + "/" + i));
      if (key.path("kid").isTextual() && !names.add(key.get("kid").textValue())) {
        findings.add(
            Finding.error(
                place + "/" + i + "/kid",
                "DUPLICATE",
                "kidがほかの鍵と重なっています",
                "Another key has the same kid"));
      }
    }
    return findings;
  }
}
