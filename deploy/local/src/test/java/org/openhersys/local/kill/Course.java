package org.openhersys.local.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A course of care, as its client knows it: what was acknowledged for it. */
final class Course {
  private final String key;
  private final Map<Deed, List<JsonNode>> answers = new EnumMap<>(Deed.class);

  /**
   * @param key that of its submission
   */
  Course(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  void acknowledged(Deed deed, JsonNode answer) {
    answers.computeIfAbsent(deed, none -> new ArrayList<>()).add(answer);
  }

  /** What may come next. */
  List<Deed> possible() {
    return Stream.of(Deed.values())
        .filter(deed -> times(deed) < deed.most())
        .filter(
            deed ->
                switch (deed) {
                  case SUBMISSION -> false;
                  case SUPPLEMENT, CONFIRMATION, REQUEST -> true;
                  case STATUS -> times(Deed.ACCEPTANCE) == 0;
                  case ACCEPTANCE -> times(Deed.REQUEST) > 0;
                  case LATER_STATUS -> times(Deed.ACCEPTANCE) > 0;
                })
        .toList();
  }

  String notification() {
    return "/api/v1/notifications/" + idFrom(Deed.SUBMISSION);
  }

  String handover() {
    return "/api/v1/handovers/" + idFrom(Deed.REQUEST);
  }

  private String idFrom(Deed deed) {
    return answers.get(deed).get(0).path("id").asText();
  }

  private int times(Deed deed) {
    return answers.getOrDefault(deed, List.of()).size();
  }
}
