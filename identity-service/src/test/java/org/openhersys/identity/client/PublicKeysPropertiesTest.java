package org.openhersys.identity.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PublicKeysPropertiesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Map<String, Object>> WHOLE =
      List.of(Machine.rsaKey("mihon-rsa").toJSONObject(), Machine.ecKey("mihon-ec").toJSONObject());
  private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi");

  /** Members of real keys, taken away, mixed and replaced with anything. */
  @Provide
  Arbitrary<ObjectNode> keys() {
    Arbitrary<String> names =
        Arbitraries.of(
            "kty", "kid", "use", "alg", "n", "e", "crv", "x", "y", "d", "p", "q", "dp", "dq", "qi",
            "oth", "k", "key_ops", "x5c");
    List<Arbitrary<Object>> values =
        List.of(
            Arbitraries.of(WHOLE.stream().flatMap(key -> key.values().stream()).toList()),
            Arbitraries.strings().ofMaxLength(20).map(text -> (Object) text),
            Arbitraries.of(List.of(1, true, List.of(), Map.of())));
    return Combinators.combine(
            Arbitraries.of(WHOLE),
            names.set().ofMaxSize(6),
            Arbitraries.maps(names, Arbitraries.oneOf(values)).ofMaxSize(3))
        .as(PublicKeysPropertiesTest::changed);
  }

  private static ObjectNode changed(
      Map<String, Object> whole, Set<String> left, Map<String, Object> put) {
    ObjectNode key = JSON.valueToTree(whole);
    key.remove(left);
    put.forEach((name, value) -> key.set(name, JSON.valueToTree(value)));
    return key;
  }

  @Property
  void whateverIsSentIsEitherToldOrAKeyThatVerifies(@ForAll("keys") ObjectNode key)
      throws java.text.ParseException {
    ObjectNode set = JSON.createObjectNode();
    set.putArray("keys").add(key);

    boolean right = PublicKeys.findings(set).isEmpty();

    if (right) {
      JWK kept = JWK.parse(PublicKeys.kept(set).at("/keys/0").toString());
      assertFalse(kept.isPrivate());
      assertTrue(kept.size() >= 384);
    }
    PRIVATE.forEach(member -> assertFalse(right && key.has(member), member));
  }

  @Property(tries = 200)
  void noFindingRepeatsAPrivateValue(@ForAll("keys") ObjectNode key) {
    ObjectNode set = JSON.createObjectNode();
    set.putArray("keys").add(key);

    String told = PublicKeys.findings(set).toString();

    for (Map<String, Object> whole : WHOLE) {
      PRIVATE.stream()
          .filter(whole::containsKey)
          .forEach(member -> assertFalse(told.contains(whole.get(member).toString()), member));
    }
  }
}
