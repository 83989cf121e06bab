package org.openhersys.notification.quality;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.openhersys.api.caller.Caller;
import org.openhersys.notification.submission.OrganisationReference;

/** The chain counted by institution, in their order: a page reads what its own have sent. */
@Singleton
class InstitutionRecords {

  /**
   * Of the days, within what the caller answers for.
   *
   * @param step that the caller is; nothing for the receiving centre
   */
  static String sql(Optional<QualityStep> step) {
    String scope =
        step.map(QualityStep::scope).orElse("c.receiving_organisation_id = :organisation");
    return """
    with counted as (
      select c.sender_organisation_id, count(*) as notifications, count(*) filter (where c.warnings > 0) as warned,
             count(*) filter (where c.missing_items > 0) as lacking, count(*) filter (where c.corrected) as corrected,
             sum(c.questions + c.queries) as questions
      from notification.quality_chain c
      where %s and c.submitted_at >= :start and c.submitted_at < :end and c.sender_organisation_id > :after
      group by c.sender_organisation_id
      order by c.sender_organisation_id limit :most)
    select s.id, s.code, s.name, counted.*
    from counted join identity.organisation_directory s on s.id = counted.sender_organisation_id
    order by counted.sender_organisation_id
    """
        .formatted(scope);
  }

  List<InstitutionQuality> page(Handle handle, Caller caller, Days days, UUID after, int most) {
    return handle
        .createQuery(sql(QualityStep.of(caller)))
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bind("organisation", caller.organisationId())
        .bind("start", days.start())
        .bind("end", days.end())
        .bind("after", after)
        .bind("most", most)
        .map(
            (row, context) ->
                new InstitutionQuality(
                    new OrganisationReference(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name")),
                    row.getInt("notifications"),
                    row.getInt("warned"),
                    row.getInt("lacking"),
                    row.getInt("corrected"),
                    row.getInt("questions")))
        .list();
  }
}
