package org.openhersys.notification.worklist;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.time.Japan;

/**
 * What is searched for; all that is not null must match.
 *
 * @param smartphoneEntryId in its one usual form
 * @param reportedFrom first day in Japan of the first 報告
 * @param reportedTo last day in Japan of the first 報告
 */
record SearchCriteria(
    @Nullable String smartphoneEntryId,
    @Nullable String name,
    @Nullable String nameKana,
    @Nullable LocalDate birthDate,
    @Nullable LocalDate reportedFrom,
    @Nullable LocalDate reportedTo,
    @Nullable String inHousePatientId) {

  /** Finds the page; the columns' own indexes serve each condition. */
  String pageSql(boolean fromPlace) {
    List<String> conditions = new ArrayList<>();
    conditions.add("r.revision = n.revision");
    add(conditions, smartphoneEntryId, "co.smartphone_entry_id = :entryId");
    add(conditions, name, "r.patient_name_key = notification.search_key(:name)");
    add(conditions, nameKana, "r.patient_name_kana_key = notification.search_key(:nameKana)");
    add(conditions, birthDate, "r.birth_date = :birthDate");
    add(conditions, reportedFrom, "n.submitted_at >= :from");
    add(conditions, reportedTo, "n.submitted_at < :until");
    add(
        conditions,
        inHousePatientId,
        "r.in_house_patient_id_key = notification.search_key(:inHousePatientId)");
    if (fromPlace) {
      conditions.add("(n.submitted_at, n.id) < (:at, :id)");
    }
    return """
    with page as (
      select n.id as notification_id, n.submitted_at, n.submitted_at as at
      from notification.revision r
      join notification.notification n on n.id = r.notification_id
      %s
      where %s
      order by n.submitted_at desc, n.id desc limit :most)
    """
        .formatted(
            smartphoneEntryId == null ? "" : "join notification.course co on co.id = n.course_id",
            String.join(" and ", conditions));
  }

  Map<String, Object> arguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    put(arguments, "entryId", smartphoneEntryId);
    put(arguments, "name", name);
    put(arguments, "nameKana", nameKana);
    put(arguments, "birthDate", birthDate);
    put(arguments, "from", reportedFrom == null ? null : startOf(reportedFrom));
    put(arguments, "until", reportedTo == null ? null : startOf(reportedTo.plusDays(1)));
    put(arguments, "inHousePatientId", inHousePatientId);
    return arguments;
  }

  private static OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay(Japan.ZONE).toOffsetDateTime();
  }

  private static void add(List<String> conditions, @Nullable Object value, String condition) {
    if (value != null) {
      conditions.add(condition);
    }
  }

  private static void put(
      Map<String, Object> arguments, @Nullable String name, @Nullable Object value) {
    if (value != null) {
      arguments.put(name, value);
    }
  }
}
