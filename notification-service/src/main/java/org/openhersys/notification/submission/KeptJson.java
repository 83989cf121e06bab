package org.openhersys.notification.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
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
class KeptJson {
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
  private static final TypeReference<Map<DiagnosisCategory, LocalDate>> DATES =
      new TypeReference<>() {};

  private final ObjectMapper mapper;

  KeptJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  NotificationForm form(String json) {
    try {
      return mapper.readValue(json, NotificationForm.class);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  List<Finding> findings(String json) {
    try {
      return mapper.readValue(json, FINDINGS);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** The 提出日 of each category, the earliest first. */
  List<SubmissionDate> dates(String json) {
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
