package org.openhersys.api.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a fixture wants from an answer. REST Assured's own way compiles a program for each question,
 * which for fixtures that are made hundreds of times costs more than the request.
 */
public final class Told {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Told() {}

  /** The text at that JSON pointer; null where nothing stands. */
  public static String text(ValidatableResponse answer, String pointer) {
    return document(answer).at(pointer).textValue();
  }

  /** The member {@code id}. */
  public static UUID id(ValidatableResponse answer) {
    return UUID.fromString(text(answer, "/id"));
  }

  /** The ids of a list. */
  public static List<UUID> ids(ValidatableResponse answer) {
    List<UUID> ids = new ArrayList<>();
    document(answer)
        .path("items")
        .forEach(item -> ids.add(UUID.fromString(item.path("id").textValue())));
    return ids;
  }

  private static JsonNode document(ValidatableResponse answer) {
    try {
      return JSON.readTree(answer.extract().asByteArray());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
