package org.openhersys.identity.settings;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.identity.organisation.Organisation;
import org.openhersys.identity.organisation.OrganisationKind;

/** Settings in the database; an organisation that has set nothing has the defaults. */
@Singleton
class SettingsRecords {
  OrganisationSettings of(Handle handle, Organisation organisation) {
    boolean confirms = organisation.kind() == OrganisationKind.HEALTH_CENTRE;
    return handle
        .createQuery(
            """
            select s.mail_address, coalesce(s.same_person_may_confirm, false), coalesce(s.version, 0)
            from identity.organisation o left join identity.organisation_setting s on s.organisation_id = o.id
            where o.id = :organisation
            """)
        .bind("organisation", organisation.id())
        .map(
            (row, context) ->
                new OrganisationSettings(
                    organisation.id(),
                    row.getString(1),
                    confirms ? row.getBoolean(2) : null,
                    row.getInt(3)))
        .one();
  }

  /** The name of the organisation that set the present settings; null until one did. */
  @Nullable String changedBy(Handle handle, UUID organisation) {
    return handle
        .createQuery(
            """
            select o.name from identity.organisation_setting t join identity.organisation o on o.id = t.changed_by
            where t.organisation_id = :id
            """)
        .bind("id", organisation)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  /** Changes them; false when somebody else did meanwhile. */
  boolean change(Handle handle, OrganisationSettings seen, OrganisationSettingsChange wanted) {
    return handle
            .createUpdate(
                """
                insert into identity.organisation_setting as s (organisation_id, mail_address, same_person_may_confirm, changed_by)
                values (:organisation, :mail, coalesce(:same, false), identity.current_organisation())
                on conflict (organisation_id) do update
                set mail_address = excluded.mail_address, same_person_may_confirm = excluded.same_person_may_confirm,
                    version = s.version + 1, changed_at = now(), changed_by = excluded.changed_by
                where s.version = :version
                """)
            .bind("organisation", seen.organisationId())
            .bind("mail", wanted.mailAddress())
            .bind("same", wanted.samePersonMayConfirm())
            .bind("version", seen.version())
            .execute()
        == 1;
  }
}
