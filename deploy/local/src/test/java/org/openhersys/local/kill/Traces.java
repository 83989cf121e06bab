package org.openhersys.local.kill;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where that which was acknowledged must stand, each time exactly once: queries whose only column
 * is the key of the intent, a row for each time that it stands there.
 */
final class Traces {
  /** A transaction's id as the system columns hold it. */
  private static final String XMIN = "mod(%s.xid::text::numeric, 4294967296)::text = %s.xmin::text";

  private static final String SUBMITTED =
      """
      select r.document ->> 'inHousePatientId' as key from notification.revision r
      join notification.notification n on n.id = r.notification_id and r.revision = 1
      """;

  private static final Map<Deed, Map<String, String>> TABLE = new EnumMap<>(Deed.class);

  static {
    submissions();
    changesOfNotifications();
    statuses(Deed.STATUS);
    statuses(Deed.LATER_STATUS);
    handovers();
  }

  private Traces() {}

  /** By what stands there. */
  static Map<String, String> of(Deed deed) {
    return TABLE.get(deed);
  }

  private static void submissions() {
    Map<String, String> traces = new LinkedHashMap<>();
    traces.put("notification", SUBMITTED);
    traces.put("course", SUBMITTED + "join notification.course c on c.id = n.course_id");
    traces.put(
        "idempotency key",
        "select key from notification.idempotency_key where operation = 'notification.submit'");
    traces.put("access log", accounted("notification.submit"));
    traces.put(
        "access log and event in one transaction", event("notification.submit", "SUBMITTED"));
    traces.put(
        "mail",
        SUBMITTED
            + "join notification.mail m on m.subject_id = n.id and m.kind = 'NOTIFICATION_RECEIVED'");
    traces.put("case", SUBMITTED + "join tracking.case_file f on f.course_id = n.course_id");
    traces.put(
        "case with the newest revision",
        SUBMITTED
            + "join tracking.applied_notification a on a.notification_id = n.id and a.revision = n.revision");
    traces.put(
        "custody",
        SUBMITTED
            + """
            join tracking.custody_entry e on e.course_id = n.course_id and e.organisation_id = n.receiving_organisation_id
            """);
    traces.put(
        "opening of the case and feed in one transaction",
        SUBMITTED.replace("select", "select distinct")
            + """
            join tracking.case_file f on f.course_id = n.course_id
            join tracking.custody_history h on h.case_id = f.id and h.act = 'OPENED' and h.ground = 'RECEIVING'
            join tracking.change c on c.case_id = f.id and c.organisation_id = h.organisation_id and
            """
            + XMIN.formatted("c", "h"));
    // Several events may be told of at once, but none twice.
    traces.put(
        "feed, once for each change at most",
        SUBMITTED
            + """
            join tracking.case_file f on f.course_id = n.course_id
            where (select count(*) from tracking.change c where c.case_id = f.id and c.organisation_id = f.receiving_organisation_id)
              between 1 and (select count(*) from notification.event e where e.aggregate_id = n.id) + f.status_version
                            + (select count(*) from tracking.handover_turn t join tracking.handover h on h.id = t.handover_id where h.case_id = f.id)
            """);
    TABLE.put(Deed.SUBMISSION, traces);
  }

  private static void changesOfNotifications() {
    Map<String, String> supplements = new LinkedHashMap<>();
    supplements.put(
        "revision",
        "select document ->> 'freeText' as key from notification.revision where revision > 1");
    supplements.put("access log", accounted("notification.supplement"));
    supplements.put(
        "access log and event in one transaction", event("notification.supplement", "REVISED"));
    TABLE.put(Deed.SUPPLEMENT, supplements);

    Map<String, String> confirmations = new LinkedHashMap<>();
    confirmations.put(
        "confirmation",
        """
        select a.trace_id as key from audit.access_log a
        join notification.confirmation_entry e on e.notification_id = any (a.subjects) and e.deed = 'CONFIRM'
        where a.operation = 'notification.confirm' and a.outcome = 'ALLOWED'
        """);
    confirmations.put("access log", accounted("notification.confirm"));
    confirmations.put(
        "case that shows it",
        """
        select a.trace_id as key from audit.access_log a
        join tracking.applied_notification n on n.notification_id = any (a.subjects) and n.confirmed_version > 0
        where a.operation = 'notification.confirm' and a.outcome = 'ALLOWED'
        """);
    confirmations.put(
        "access log and event in one transaction", event("notification.confirm", "CONFIRMED"));
    TABLE.put(Deed.CONFIRMATION, confirmations);
  }

  private static void statuses(Deed deed) {
    Map<String, String> traces = new LinkedHashMap<>();
    traces.put("status", "select reason as key from tracking.status_entry");
    traces.put(
        "case that has come so far",
        """
        select e.reason as key from tracking.status_entry e
        join tracking.case_file f on f.id = e.case_id and f.status_version >= e.version
        """);
    traces.put("access log", accounted("case-status.change"));
    traces.put("access log and feed in one transaction", feed("case-status.change"));
    TABLE.put(deed, traces);
  }

  private static void handovers() {
    Map<String, String> requests = new LinkedHashMap<>();
    requests.put("handover", "select reason as key from tracking.handover");
    requests.put(
        "idempotency key",
        "select key from tracking.idempotency_key where operation = 'handover.request'");
    // A repetition under the same key shows the handover again, and is accounted for as well.
    requests.put("access log", accounted("handover.request").replace("select", "select distinct"));
    requests.put("access log and feed in one transaction", feed("handover.request"));
    TABLE.put(Deed.REQUEST, requests);

    Map<String, String> acceptances = new LinkedHashMap<>();
    acceptances.put(
        "turn",
        """
        select a.trace_id as key from audit.access_log a
        join tracking.handover_turn t on t.handover_id = any (a.subjects) and t.state = 'ACCEPTED'
        where a.operation = 'handover.accept' and a.outcome = 'ALLOWED'
        """);
    acceptances.put(
        "custody",
        """
        select a.trace_id as key from audit.access_log a
        join tracking.custody_history h on h.handover_id = any (a.subjects) and h.organisation_id = a.organisation_id
             and h.act = 'HANDED_OVER' and h.custody_right = 'WRITE'
        where a.operation = 'handover.accept' and a.outcome = 'ALLOWED'
        """);
    acceptances.put("access log", accounted("handover.accept"));
    acceptances.put("access log and feed in one transaction", feed("handover.accept"));
    TABLE.put(Deed.ACCEPTANCE, acceptances);
  }

  private static String accounted(String operation) {
    return "select trace_id as key from audit.access_log where outcome = 'ALLOWED' and operation = '%s'"
        .formatted(operation);
  }

  private static String event(String operation, String kind) {
    return """
    select a.trace_id as key from audit.access_log a
    join notification.event e on e.xid = a.xid and e.aggregate_id = any (a.subjects) and e.kind = 'NOTIFICATION_%s'
    where a.outcome = 'ALLOWED' and a.operation = '%s'
    """
        .formatted(kind, operation);
  }

  private static String feed(String operation) {
    return """
    select a.trace_id as key from audit.access_log a
    join tracking.change c on c.xid = a.xid and c.organisation_id = a.organisation_id
    where a.outcome = 'ALLOWED' and a.operation = '%s'
    """
        .formatted(operation);
  }
}
