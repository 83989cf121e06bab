package org.openhersys.identity.organisation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The directory in the database. */
@Singleton
public class OrganisationRecords {
  private static final RowMapper<Organisation> ORGANISATION =
      (row, context) ->
          new Organisation(
              row.getObject("id", UUID.class),
              row.getString("code"),
              OrganisationKind.valueOf(row.getString("kind")),
              row.getString("name"),
              row.getString("name_kana"),
              row.getString("municipality_code"),
              row.getObject("parent_id", UUID.class));

  /** Active organisations behind a code, in the order of codes. */
  List<Organisation> page(Handle handle, OrganisationFilter filter, String afterCode, int limit) {
    return handle
        .createQuery(
            """
            select o.id, o.code, o.kind, o.name, o.name_kana, o.municipality_code, o.parent_id
            from identity.organisation o
            where o.active and o.code > :after
              and (cast(:kind as text) is null or o.kind = :kind)
              and (cast(:code as text) is null or o.code = :code)
              and (cast(:municipality as text) is null
                   or o.id = (select j.health_centre_id from identity.jurisdiction j where j.municipality_code = :municipality))
            order by o.code
            limit :limit
            """)
        .bind("after", afterCode)
        .bind("kind", filter.kind() == null ? null : filter.kind().name())
        .bind("code", filter.code())
        .bind("municipality", filter.municipality())
        .bind("limit", limit)
        .map(ORGANISATION)
        .list();
  }

  /** An active organisation. */
  public Optional<Organisation> find(Handle handle, UUID id) {
    return handle
        .createQuery(
            "select id, code, kind, name, name_kana, municipality_code, parent_id from identity.organisation where id = :id and active")
        .bind("id", id)
        .map(ORGANISATION)
        .findOne();
  }

  /** Whether an organisation stands under another, at any depth. */
  public boolean isBelow(Handle handle, UUID organisation, UUID above) {
    return handle
        .createQuery("select identity.is_below(:organisation, :above)")
        .bind("organisation", organisation)
        .bind("above", above)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Whether an organisation is under the caller's, or a medical institution whose health centre is.
   */
  public boolean isInAreaOfCaller(Handle handle, UUID organisation) {
    return handle
        .createQuery("select identity.stands_to(:organisation, 'AREA')")
        .bind("organisation", organisation)
        .mapTo(Boolean.class)
        .one();
  }
}
