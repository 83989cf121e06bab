package org.openhersys.notification.submission;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.identifier.SmartphoneEntryId;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.duplicate.Likeness;
import org.openhersys.notification.form.Sex;

/**
 * Stores many submissions of one sender and one instant by one statement: it writes what {@link
 * SubmissionStore} writes, as lists, a row each.
 */
@Singleton
class ManyStore {
  private static final String STORE =
      """
      with %s,
      claimed as (
        select given.*, cast(:at as timestamptz) as at, identity.current_organisation() as organisation_id,
               cast(:sender as uuid) as sender_id, centre.id as centre_id, cast(:version as text) as version,
               jsonb_build_object(given.category, cast(:day as text)) as dates, cast(null as date) as fax_received_on,
               cast(:enteredBy as uuid) as entered_by, cast(:enteredOperator as text) as entered_operator
        from centre cross join (
          select id, course_id, entry_id, disease, attested_by, cast(document as jsonb) as document, cast(findings as jsonb) as findings,
                 category, cast(diagnosis_date as date) as diagnosis_date, name, name_kana, sex, cast(birth_date as date) as birth_date,
                 municipality, status
          from unnest(cast(:ids as uuid[]), cast(:courses as uuid[]), cast(:entryIds as text[]), cast(:diseases as text[]),
                      cast(:attestedBy as text[]), cast(:documents as text[]), cast(:findings as text[]), cast(:categories as text[]),
                      cast(:diagnosisDates as text[]), cast(:names as text[]), cast(:kanas as text[]), cast(:sexes as text[]),
                      cast(:birthDates as text[]), cast(:municipalities as text[]), cast(:statuses as text[]))
            as u (id, course_id, entry_id, disease, attested_by, document, findings, category, diagnosis_date, name, name_kana, sex,
                  birth_date, municipality, status)) given
      ),
      %s
      select count(*) from claimed
      """
          .formatted(SubmissionStore.CENTRE, SubmissionStore.WRITES);

  private static final String NO_FINDINGS = "[]";

  private final KeptJson json;

  ManyStore(KeptJson json) {
    this.json = json;
  }

  /** Whether there is a health centre that receives what an organisation sends. */
  boolean isReceived(Handle handle, UUID sender) {
    return handle
        .createQuery("with " + SubmissionStore.CENTRE + " select exists (select from centre)")
        .bind("sender", sender)
        .mapTo(Boolean.class)
        .one();
  }

  /** Which of these are taken. */
  Set<SmartphoneEntryId> taken(Handle handle, Collection<SmartphoneEntryId> drawn) {
    return handle
        .createQuery("select notification.taken_entry_ids(cast(:ids as text[]))")
        .bindArray("ids", String.class, drawn.stream().map(SmartphoneEntryId::value).toArray())
        .mapTo(String.class)
        .stream()
        .map(SmartphoneEntryId::new)
        .collect(Collectors.toSet());
  }

  /**
   * Who is likely the same person as somebody who was notified, or as one before in the list; as
   * indices.
   */
  Set<Integer> alike(Handle handle, List<Submission> submissions) {
    List<Likeness> persons =
        submissions.stream()
            .map(submission -> Likeness.of(submission.form(), Japan.day(submission.at())))
            .toList();
    Query query =
        handle.createQuery(
            """
            select notification.likely_same_persons(cast(:kanas as text[]), cast(cast(:birthDates as text[]) as date[]), cast(:sexes as text[]),
              cast(:currentPhones as text[]), cast(:registeredPhones as text[]), cast(cast(:days as text[]) as date[]))
            """);
    bind(query, "kanas", persons, Likeness::kana);
    bind(query, "birthDates", persons, person -> text(person.birthDate()));
    bind(query, "sexes", persons, person -> text(person.sex()));
    bind(query, "currentPhones", persons, Likeness::currentPhone);
    bind(query, "registeredPhones", persons, Likeness::registeredPhone);
    bind(query, "days", persons, person -> text(person.day()));
    return query.mapTo(Integer.class).stream()
        .map(number -> number - 1)
        .collect(Collectors.toSet());
  }

  /**
   * Writes all of them.
   *
   * @param submissions at least one, of one sender and one instant
   * @param warnings of each
   * @return false when no health centre serves the sender's place: nothing was written
   */
  boolean add(Handle handle, List<Submission> submissions, List<List<Finding>> warnings) {
    Submission one = submissions.get(0);
    try (Query query = handle.createQuery(STORE)) {
      query
          .bind("at", one.at().atOffset(ZoneOffset.UTC))
          .bind("day", Japan.day(one.at()).toString())
          .bind("sender", one.provenance().sender())
          .bind("version", one.version().label())
          .bind("enteredBy", one.provenance().enteredBy().id())
          .bind("enteredOperator", one.provenance().enteredBy().operator())
          .bindArray(
              "ids", UUID.class, submissions.stream().map(Submission::notificationId).toArray())
          .bindArray(
              "courses", UUID.class, submissions.stream().map(Submission::courseId).toArray());
      bind(query, "entryIds", submissions, each -> each.smartphoneEntryId().value());
      bind(query, "diseases", submissions, each -> each.disease().name());
      bind(query, "findings", warnings, this::written);
      bindColumns(
          query, submissions.stream().map(each -> FormColumns.of(each.form(), json)).toList());
      return query.mapTo(Integer.class).one() == submissions.size();
    }
  }

  private static void bindColumns(Query query, List<FormColumns> columns) {
    bind(query, "documents", columns, FormColumns::document);
    bind(query, "categories", columns, FormColumns::category);
    bind(query, "diagnosisDates", columns, each -> text(each.diagnosisDate()));
    bind(query, "attestedBy", columns, FormColumns::attestedBy);
    bind(query, "names", columns, FormColumns::name);
    bind(query, "kanas", columns, FormColumns::nameKana);
    bind(query, "sexes", columns, FormColumns::sex);
    bind(query, "birthDates", columns, each -> text(each.birthDate()));
    bind(query, "municipalities", columns, FormColumns::municipality);
    bind(query, "statuses", columns, FormColumns::status);
  }

  private String written(List<Finding> findings) {
    return findings.isEmpty() ? NO_FINDINGS : json.write(findings);
  }

  private static <T> void bind(Query query, String name, List<T> rows, Function<T, String> column) {
    query.bindArray(name, String.class, rows.stream().map(column).toArray());
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable String text(@Nullable Sex sex) {
    return sex == null ? null : sex.name();
  }
}
