package org.openhersys.tracking.custody;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.tracking.organisation.OrganisationReference;

/** 関係保健所 of cases that the caller sees. */
@Singleton
public class RelatedCentreRecords {

  /** Those that share the case at present, by code. */
  public List<RelatedCentre> present(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select g.custody_right, g.until, o.id as organisation_id, o.code as organisation_code, o.name as organisation_name
            from tracking.custody_ground g
            join identity.organisation_directory o on o.id = g.organisation_id
            where g.case_id = :case and g.ground = 'RELATED' and (g.until is null or g.until > now())
            order by o.code, o.id
            """)
        .bind("case", caseId)
        .map(
            (row, context) ->
                new RelatedCentre(
                    OrganisationReference.of(row, "organisation"),
                    Right.valueOf(row.getString("custody_right")),
                    RelatedCentreSetting.lastDay(
                        instant(row.getObject("until", OffsetDateTime.class)))))
        .list();
  }

  /**
   * The list with its version.
   *
   * @throws ProblemException 404 when the caller's centre does not see the case, or no longer does
   */
  RelatedCentres of(Handle handle, UUID caseId) {
    int version =
        handle
            .createQuery("select related_version from tracking.case_file where id = :case")
            .bind("case", caseId)
            .mapTo(Integer.class)
            .findOne()
            .orElseThrow(ProblemException::notFound);
    return new RelatedCentres(version, present(handle, caseId));
  }

  /** The organisation that changed the list last; null where time did, or nobody yet. */
  @Nullable String changedBy(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select b.name
            from (select by_organisation_id from tracking.custody_history
                  where case_id = :case and ground = 'RELATED' order by sequence desc limit 1) h
            join identity.organisation_directory b on b.id = h.by_organisation_id
            """)
        .bind("case", caseId)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  /** {@code tracking.set_related_centre}. */
  Sharing set(
      Handle handle,
      Caller caller,
      UUID caseId,
      UUID organisation,
      RelatedCentreSetting.Judged setting,
      int version) {
    Instant end = setting.end();
    return handle
        .createQuery(
            "select tracking.set_related_centre(:case, :organisation, :right, :until, :version, :operator)")
        .bind("case", caseId)
        .bind("organisation", organisation)
        .bind("right", setting.right().name())
        .bind("until", end == null ? null : end.atOffset(ZoneOffset.UTC))
        .bind("version", version)
        .bind("operator", caller.operator())
        .mapTo(Sharing.class)
        .one();
  }

  /** {@code tracking.remove_related_centre}. */
  Sharing remove(Handle handle, Caller caller, UUID caseId, UUID organisation, int version) {
    return handle
        .createQuery(
            "select tracking.remove_related_centre(:case, :organisation, :version, :operator)")
        .bind("case", caseId)
        .bind("organisation", organisation)
        .bind("version", version)
        .bind("operator", caller.operator())
        .mapTo(Sharing.class)
        .one();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  /** How a change of the list ended; the answers of the database's functions. */
  enum Sharing {
    DONE,
    NOT_FOUND,
    FORBIDDEN,
    STALE,
    OWN_CENTRE,
    NOT_A_HEALTH_CENTRE,
    OVER
  }
}
