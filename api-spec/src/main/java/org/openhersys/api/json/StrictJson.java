package org.openhersys.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How JSON is read and written: unknown fields and duplicate keys are refused, nothing is coerced
 * from one JSON type to another, depth and lengths are bounded, absent stays absent.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxStringLength(100_000)
          .maxNumberLength(100)
          .maxNameLength(200)
          .build();

  /** Last, because of two modules that read the same type the later one counts. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  @SuppressWarnings(
      "deprecation") // MapperFeature can be set on a built mapper only this way, and Quarkus hands
  // out a built one
  public void customize(ObjectMapper mapper) {
    mapper.getFactory().setStreamReadConstraints(BOUNDS);
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.enable(
        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
    SimpleModule strict = new SimpleModule("hersys-strict");
    strict.addDeserializer(String.class, new StrictText());
    strict.addDeserializer(JsonNode.class, new StrictTree<>(JsonNode.class));
    strict.addDeserializer(ObjectNode.class, new StrictTree<>(ObjectNode.class));
    strict.addDeserializer(LocalDate.class, new StrictDate());
    strict.addDeserializer(UUID.class, new StrictId());
    strict.setDeserializerModifier(new StrictCodes());
    mapper.registerModule(strict);
    mapper.addHandler(new UnreadableValues());
  }
}
