package org.openhersys.notification.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.form.DiagnosisCategory;
import org.openhersys.notification.form.NotificationForm;

/**
 * The parts of a revision that are kept as JSON. Texts stay as they were typed, character by
 * character.
 */
@Singleton
public class KeptJson {
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
  private static final TypeReference<Map<DiagnosisCategory, LocalDate>> DATES =
      new TypeReference<>() {};

  private final ObjectMapper mapper;

  KeptJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * As bytes in which every character beyond ASCII is escaped: half a surrogate pair, which UTF-8
   * would turn into a question mark, is still there to be refused.
   */
  public byte[] ascii(JsonNode tree) {
    try {
      return mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(tree);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** As it is kept. */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A kept document as a tree, member by member. */
  public JsonNode tree(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** The form of a kept document. */
  public NotificationForm form(String json) {
    try {
      return mapper.readValue(json, NotificationForm.class);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** Kept findings, in both languages. */
  public List<Finding> findings(String json) {
    try {
      return mapper.readValue(json, FINDINGS);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** The 提出日 of each category, the earliest first. */
  public List<SubmissionDate> dates(String json) {
    try {
      return mapper.readValue(json, DATES).entrySet().stream()
          .map(entry -> new SubmissionDate(entry.getKey(), entry.getValue()))
          .sorted(
              Comparator.comparing(SubmissionDate::date).thenComparing(SubmissionDate::category))
          .toList();
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
