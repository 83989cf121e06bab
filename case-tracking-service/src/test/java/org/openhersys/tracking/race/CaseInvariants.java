package org.openhersys.tracking.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What must hold of every case, whatever happened to it; and how it was left. */
final class CaseInvariants {
  /** Each yields a row for each fault of the case {@code :case}. */
  private static final Map<String, String> FAULTS = faults();

  private CaseInvariants() {}

  private static Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    faults.put(
        "exactly one responsible centre, the case's",
        """
        select 1 from tracking.case_file f where f.id = :case
        and array(select g.organisation_id from tracking.custody_ground g where g.case_id = f.id and g.ground = 'RESPONSIBLE')
            <> array[f.responsible_organisation_id]
        """);
    faults.put(
        "custody is what the grounds say",
        """
        select 1 from
          (select organisation_id, case when bool_or(custody_right = 'WRITE') then 'WRITE' else 'READ' end as custody_right,
                  case when bool_or(until is null) then null else max(until) end as until,
                  case when bool_or(custody_right = 'WRITE' and until is null) then null else max(until) filter (where custody_right = 'WRITE') end as write_until
           from tracking.custody_ground where case_id = :case group by organisation_id) g
        full join (select * from tracking.custody_entry where case_id = :case) c on c.organisation_id = g.organisation_id
        where (c.custody_right, c.until, c.write_until) is distinct from (g.custody_right, g.until, g.write_until)
        """);
    faults.put(
        "those who may write stand on the case",
        """
        select 1 from tracking.case_file f where f.id = :case
        and f.writing_organisation_ids <> array(select organisation_id from tracking.custody_entry
                                                where case_id = f.id and custody_right = 'WRITE' order by organisation_id)
        """);
    faults.put(
        "lists know the case's state",
        """
        select 1 from tracking.case_file f join tracking.custody_entry c on c.case_id = f.id
        where f.id = :case and c.case_state <> f.case_state
        """);
    faults.put(
        "the history ends with the present grounds",
        """
        select 1 from
          (select distinct on (organisation_id, ground) * from tracking.custody_history
           where case_id = :case order by organisation_id, ground, sequence desc) h
        full join (select * from tracking.custody_ground where case_id = :case) g
          on g.organisation_id = h.organisation_id and g.ground = h.ground
        where (h.custody_right, h.until) is distinct from (g.custody_right, g.until)
        """);
    faults.put(
        "the history runs forward",
        """
        select 1 from (select recorded_at, lag(recorded_at) over (order by sequence) as before
                       from tracking.custody_history where case_id = :case) h where before > recorded_at
        """);
    faults.put(
        "whoever sees the case was told last that it is there, whoever does not that it left",
        """
        select 1 from (select distinct on (organisation_id) organisation_id, kind from tracking.change
                       where case_id = :case order by organisation_id, sequence desc) told
        full join (select * from tracking.custody_entry where case_id = :case) c on c.organisation_id = told.organisation_id
        where told.kind is distinct from case when c.case_id is null then 'LEFT' else 'UPSERT' end
        """);
    faults.put(
        "each handover is where its turns led",
        """
        select 1 from tracking.handover h where h.case_id = :case
        and (h.version <> (select count(*) from tracking.handover_turn t where t.handover_id = h.id)
             or h.state <> (select t.state from tracking.handover_turn t where t.handover_id = h.id order by version desc limit 1))
        """);
    faults.put(
        "each turn was told by mail, and nothing else",
        """
        with turned as (
          select h.*, t.state as turned_to from tracking.handover h join tracking.handover_turn t on t.handover_id = h.id where h.case_id = :case)
        select 1 from
          (select id as subject_id, '' as occasion, 'HANDOVER_' || turned_to as kind,
                  case when turned_to in ('REQUESTED', 'CANCELLED') then to_organisation_id else from_organisation_id end as recipient
           from turned where turned_to <> 'ASSIGNED'
           union all
           select case_id, id::text, 'CASE_ASSIGNED', assigned_organisation_id from turned where turned_to = 'ASSIGNED'
           union all
           select case_id, id::text, 'CASE_REASSIGNED', from_organisation_id from turned where turned_to = 'ASSIGNED'
           union all
           -- It was asked until then, and somebody else got the case.
           select id, '', 'HANDOVER_CANCELLED', to_organisation_id from turned
           where turned_to = 'ASSIGNED' and version = 2 and expires_at > decided_at and assigned_organisation_id <> to_organisation_id) t
        full join (select m.subject_id, m.occasion, m.kind, m.recipient_organisation_id as recipient from notification.mail m
                   where m.kind <> 'CASE_SHARED' and (m.subject_id = :case or m.subject_id in (select id from turned))) m
          on (m.subject_id, m.occasion, m.kind, m.recipient) = (t.subject_id, t.occasion, t.kind, t.recipient)
        where m.kind is null or t.kind is null
        """);
    faults.put(
        "the status is the newest entry, and no entry is missing",
        """
        select 1 from tracking.case_file f where f.id = :case
        and (f.status_version <> (select count(*) from tracking.status_entry e where e.case_id = f.id)
             or f.current_status <> (select status from tracking.status_entry e where e.case_id = f.id order by version desc limit 1))
        """);
    faults.put(
        "the case shows the present revision",
        """
        select 1 from tracking.case_file f
        join notification.published_notification n on n.course_id = f.course_id
        left join tracking.applied_notification a on a.notification_id = n.id
        where f.id = :case and (a.revision is distinct from n.revision or f.patient_name <> n.patient_name)
        """);
    return faults;
  }

  /** The names of those that do not hold. */
  static List<String> broken(Handle handle, UUID caseId) {
    List<String> broken = new ArrayList<>();
    FAULTS.forEach(
        (name, sql) -> {
          boolean fault =
              handle
                  .createQuery("select exists (" + sql + ")")
                  .bind("case", caseId)
                  .mapTo(Boolean.class)
                  .one();
          if (fault) {
            broken.add(name);
          }
        });
    return broken;
  }

  static Outcome outcome(Handle handle, Arena arena, RacingCase racing) {
    return new Outcome(
        centre(
            arena,
            uuid(
                handle,
                "select responsible_organisation_id from tracking.case_file where id = ?",
                racing)),
        new TreeSet<>(
            handle
                .select(
                    "select organisation_id, ground, custody_right from tracking.custody_ground where case_id = ?",
                    racing.id())
                .map(
                    (row, context) ->
                        centre(arena, row.getObject(1, UUID.class))
                            + " "
                            + row.getString(2)
                            + " "
                            + row.getString(3))
                .list()),
        racing.handovers().stream()
            .map(
                id ->
                    handle
                        .select("select state from tracking.handover where id = ?", id)
                        .mapTo(String.class)
                        .one())
            .toList(),
        centre(
            arena,
            uuid(
                handle,
                "select max(organisation_id::text)::uuid from tracking.status_entry where case_id = ? and version = 2",
                racing)),
        handle
            .select("select patient_name from tracking.case_file where id = ?", racing.id())
            .mapTo(String.class)
            .one()
            .equals(RacingCase.SUPPLEMENTED));
  }

  private static UUID uuid(Handle handle, String sql, RacingCase racing) {
    return handle.select(sql, racing.id()).mapTo(UUID.class).one();
  }

  private static Centre centre(Arena arena, UUID organisation) {
    for (Centre centre : Centre.values()) {
      if (arena.id(centre).equals(organisation)) {
        return centre;
      }
    }
    return null;
  }
}
