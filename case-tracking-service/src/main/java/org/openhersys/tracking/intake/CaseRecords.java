package org.openhersys.tracking.intake;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Cases, as the reader opens and keeps them. */
@Singleton
class CaseRecords {

  /** The course's case, locked against changes by its health centre until the transaction ends. */
  Optional<OpenCase> lock(Handle handle, UUID course) {
    return handle
        .createQuery(
            "select id, status_version, case_state from tracking.case_file where course_id = :course for update")
        .bind("course", course)
        .map(
            (row, context) ->
                new OpenCase(row.getObject(1, UUID.class), row.getInt(2), row.getString(3)))
        .findOne();
  }

  long nextNumber(Handle handle) {
    return handle.createQuery("select nextval('tracking.case_number')").mapTo(Long.class).one();
  }

  /** Opens the case; the receiving centre (届出先) is responsible for it until a handover ([S4]). */
  void open(Handle handle, UUID id, CaseNumber number, NotifiedState state, Instant now) {
    // One statement, one round trip: this is the hot path of the reader.
    bind(
            handle.createQuery(
                """
                with opened as (
                  insert into tracking.case_file
                    (id, case_number, course_id, smartphone_entry_id, disease, diagnosis_category, diagnosis_date, patient_name,
                     patient_name_kana, sex, birth_date, municipality_code, receiving_organisation_id, responsible_organisation_id,
                     writing_organisation_ids, case_state, submitted_at, changed_at)
                  values (:id, :number, :course, :entryId, :disease, :category, :diagnosisDate, :name,
                          :nameKana, :sex, :birthDate, :municipality, :receiving, :receiving,
                          array[:receiving], :caseState, :submittedAt, :now)
                  returning id)
                select tracking.open_custody(id, :sender, :enteredBy, :operator) from opened
                """),
            state)
        .bind("id", id)
        .bind("number", number.value())
        .bind("course", state.courseId())
        .bind("entryId", state.smartphoneEntryId())
        .bind("disease", state.disease())
        .bind("receiving", state.receivingCentreId())
        .bind("sender", state.senderId())
        .bind("enteredBy", state.enteredBy())
        .bind("operator", state.operator())
        .bind("submittedAt", state.firstSubmittedAt())
        .bind("now", at(now))
        .map((row, context) -> id)
        .one();
  }

  /** Brings what the case takes from its notifications to their present state. */
  void refresh(Handle handle, OpenCase standing, NotifiedState state, Instant now) {
    bind(
            handle.createUpdate(
                """
                update tracking.case_file
                set diagnosis_category = :category, diagnosis_date = :diagnosisDate, patient_name = :name, patient_name_kana = :nameKana,
                    sex = :sex, birth_date = :birthDate, municipality_code = :municipality, case_state = :caseState,
                    version = version + 1, changed_at = :now
                where id = :id
                """),
            state)
        .bind("id", standing.id())
        .bind("now", at(now))
        .execute();
    if (!standing.caseState().equals(state.caseState())) {
      showState(handle, standing.id());
    }
  }

  // What lists are read by holds the state too.
  private static void showState(Handle handle, UUID id) {
    handle
        .createQuery("select tracking.show_case_state(:id)")
        .bind("id", id)
        .map((row, c) -> id)
        .one();
  }

  /** The first status, in the name of the institution that gave it ([S5-2]). */
  void setFirstStatus(Handle handle, UUID id, NotifiedState state) {
    handle
        .createUpdate(
            """
            with known as (
              update tracking.case_file set current_status = :status, status_version = 1 where id = :id returning id)
            insert into tracking.status_entry (case_id, version, status, recorded_at, organisation_id, principal_id, operator)
            select id, 1, :status, :recordedAt, :sender, :enteredBy, :operator from known
            """)
        .bind("id", id)
        .bind("status", state.currentStatus())
        .bind("recordedAt", state.recordedAt())
        .bind("sender", state.senderId())
        .bind("enteredBy", state.enteredBy())
        .bind("operator", state.operator())
        .execute();
  }

  /** Tells everybody who may see the case, through the feed. */
  void announce(Handle handle, UUID id) {
    handle.createQuery("select tracking.announce(:id)").bind("id", id).map((row, c) -> id).one();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, NotifiedState state) {
    return statement
        .bind("category", state.diagnosisCategory())
        .bind("diagnosisDate", state.diagnosisDate())
        .bind("name", state.patientName())
        .bind("nameKana", state.patientNameKana())
        .bind("sex", state.sex())
        .bind("birthDate", state.birthDate())
        .bind("municipality", state.municipalityCode())
        .bind("caseState", state.caseState());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** A case that stands already. */
  record OpenCase(UUID id, int statusVersion, String caseState) {}
}
