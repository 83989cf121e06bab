package org.openhersys.api.testing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Compares a schema with the Java type that Jackson reads or writes it as, down to the last member.
 * Names and types are Jackson's own view, so that its annotations count.
 */
final class SchemaComparison {
  private enum Use {
    PARAMETER,
    REQUEST,
    RESPONSE
  }

  private static final ObjectMapper JACKSON = new ObjectMapper();
  private static final Set<Class<?>> INTEGERS =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          Long.class,
          short.class,
          Short.class,
          BigInteger.class);
  private static final Set<Class<?>> NUMBERS =
      Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);
  private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);
  private static final Map<String, Set<Class<?>>> FORMATS =
      Map.of(
          "date", Set.of(LocalDate.class),
          "date-time", Set.of(Instant.class, OffsetDateTime.class),
          "uuid", Set.of(UUID.class));
  private static final Set<Class<?>> TEXTS = Set.of(String.class, URI.class);

  private final Specification specification;
  private final List<String> differences;
  private final Use use;
  private final Set<String> compared = new HashSet<>();

  private SchemaComparison(Specification specification, List<String> differences, Use use) {
    this.specification = specification;
    this.differences = differences;
    this.use = use;
  }

  /** For a parameter; a text is always right there: the service may read it itself. */
  static SchemaComparison ofParameter(Specification specification, List<String> differences) {
    return new SchemaComparison(specification, differences, Use.PARAMETER);
  }

  static SchemaComparison ofRequest(Specification specification, List<String> differences) {
    return new SchemaComparison(specification, differences, Use.REQUEST);
  }

  static SchemaComparison ofResponse(Specification specification, List<String> differences) {
    return new SchemaComparison(specification, differences, Use.RESPONSE);
  }

  void compare(String place, JsonNode schema, Type type) {
    compare(place, schema, JACKSON.constructType(type));
  }

  private void compare(String place, JsonNode written, JavaType declared) {
    JsonNode schema = specification.resolved(written);
    JavaType type = carried(declared);
    Class<?> raw = type.getRawClass();
    boolean readByTheService = use == Use.PARAMETER && raw == String.class;
    boolean knownAlready =
        written.has("$ref") && !compared.add(written.get("$ref").asText() + " " + type);
    if (readByTheService || knownAlready) {
      return;
    }
    switch (schema.path("type").asText()) {
      case "string" -> compareText(place, schema, raw);
      case "integer" -> expect(INTEGERS.contains(raw), place, "integer", type);
      case "number" -> expect(NUMBERS.contains(raw), place, "number", type);
      case "boolean" -> expect(BOOLEANS.contains(raw), place, "boolean", type);
      case "array" -> compareArray(place, schema, type);
      case "object" -> compareObject(place, schema, type);
      default -> differences.add(place + ": the contract says no type");
    }
  }

  private void compareText(String place, JsonNode schema, Class<?> raw) {
    if (schema.has("enum")) {
      compareCodes(place, schema.get("enum"), raw);
      return;
    }
    String format = schema.path("format").asText();
    Set<Class<?>> right = FORMATS.getOrDefault(format, TEXTS);
    if (!right.contains(raw)) {
      String expected = format.isEmpty() ? "string" : "string, " + format;
      differences.add(
          place + ": " + expected + " in the contract, " + raw.getSimpleName() + " in the code");
    }
  }

  private void compareCodes(String place, JsonNode codes, Class<?> raw) {
    Set<String> written = new TreeSet<>();
    codes.forEach(code -> written.add(code.asText()));
    if (!raw.isEnum()) {
      // An answer may carry a code as text: Contract sees every one. A request would not tell an
      // unknown code.
      boolean text = raw == String.class && use == Use.RESPONSE;
      expect(text, place, "one of " + written, JACKSON.constructType(raw));
      return;
    }
    Set<String> declared = new TreeSet<>();
    for (Object constant : raw.getEnumConstants()) {
      declared.add(json(constant));
    }
    if (!declared.equals(written)) {
      differences.add(
          place + ": codes " + written + " in the contract, " + declared + " in the code");
    }
  }

  private void compareArray(String place, JsonNode schema, JavaType type) {
    boolean several = type.isCollectionLikeType() || type.isArrayType();
    expect(several, place, "array", type);
    if (several) {
      compare(place + "[]", schema.path("items"), type.getContentType());
    }
  }

  private void compareObject(String place, JsonNode schema, JavaType type) {
    Class<?> raw = type.getRawClass();
    if (raw == Object.class || type.isMapLikeType() || JsonNode.class.isAssignableFrom(raw)) {
      // Taken as it is; Contract validates what is in it.
      return;
    }
    expect(raw.isRecord(), place, "object", type);
    if (!raw.isRecord()) {
      return;
    }
    Map<String, Member> members = members(type);
    Set<String> names = new TreeSet<>(members.keySet());
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode property = schema.path("properties").path(name);
      if (!members.containsKey(name)) {
        differences.add(place + "/" + name + ": in the contract, not in " + raw.getSimpleName());
      } else if (property.isMissingNode()) {
        differences.add(
            place + "/" + name + ": in " + raw.getSimpleName() + ", not in the contract");
      } else {
        compareMember(place + "/" + name, property, members.get(name), isRequired(schema, name));
      }
    }
  }

  private void compareMember(String place, JsonNode property, Member member, boolean required) {
    if (use == Use.REQUEST && !required && member.type().isPrimitive()) {
      differences.add(place + ": may be absent in the contract, a primitive cannot");
    }
    if (!member.rendered()) {
      compare(place, property, member.type());
    }
  }

  /** A member of a record; {@code rendered}: written as JSON before. */
  private record Member(JavaType type, boolean rendered) {}

  private Map<String, Member> members(JavaType type) {
    Map<String, Member> members = new TreeMap<>();
    for (BeanPropertyDefinition property : description(type).findProperties()) {
      AnnotatedMember accessor =
          use == Use.REQUEST ? property.getMutator() : property.getAccessor();
      if (accessor == null) {
        continue;
      }
      if (JACKSON
              .getSerializationConfig()
              .getAnnotationIntrospector()
              .findUnwrappingNameTransformer(accessor)
          != null) {
        members.putAll(members(property.getPrimaryType()));
      } else {
        members.put(
            property.getName(),
            new Member(property.getPrimaryType(), accessor.hasAnnotation(JsonRawValue.class)));
      }
    }
    return members;
  }

  private BeanDescription description(JavaType type) {
    return use == Use.REQUEST
        ? JACKSON.getDeserializationConfig().introspect(type)
        : JACKSON.getSerializationConfig().introspect(type);
  }

  /** The type that is seen in JSON: what is in an Optional, or what {@code @JsonValue} gives. */
  private JavaType carried(JavaType type) {
    if (type.getRawClass() == Optional.class) {
      return carried(type.containedType(0));
    }
    if (type.isEnumType() || type.getRawClass().getName().startsWith("java.")) {
      return type;
    }
    AnnotatedMember value =
        JACKSON.getSerializationConfig().introspect(type).findJsonValueAccessor();
    return value == null ? type : carried(value.getType());
  }

  private static boolean isRequired(JsonNode schema, String name) {
    return schema.path("required").valueStream().anyMatch(node -> node.asText().equals(name));
  }

  private void expect(boolean right, String place, String expected, JavaType type) {
    if (!right) {
      differences.add(
          place
              + ": "
              + expected
              + " in the contract, "
              + type.getRawClass().getSimpleName()
              + " in the code");
    }
  }

  private static String json(Object constant) {
    try {
      return JACKSON.readTree(JACKSON.writeValueAsString(constant)).asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
