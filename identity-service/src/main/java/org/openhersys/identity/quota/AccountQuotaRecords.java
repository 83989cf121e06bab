package org.openhersys.identity.quota;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Quotas in the database. */
@Singleton
class AccountQuotaRecords {
  /** Locks the centre, so that what is counted afterwards stays so until the transaction ends. */
  void hold(Handle handle, UUID healthCentre) {
    handle
        .createQuery("select id from identity.organisation where id = :centre for no key update")
        .bind("centre", healthCentre)
        .mapTo(UUID.class)
        .one();
  }

  AccountQuota of(Handle handle, UUID healthCentre, int usual) {
    return handle
        .createQuery(
            """
            select coalesce(q.total, :usual), identity.quota_used(o.id), coalesce(q.version, 0)
            from identity.organisation o left join identity.account_quota q on q.health_centre_id = o.id
            where o.id = :centre
            """)
        .bind("usual", usual)
        .bind("centre", healthCentre)
        .map(
            (row, context) ->
                new AccountQuota(healthCentre, row.getInt(1), row.getInt(2), row.getInt(3)))
        .one();
  }

  /** The name of the organisation that set the present total; null until one did. */
  @Nullable String changedBy(Handle handle, UUID healthCentre) {
    return handle
        .createQuery(
            """
            select o.name from identity.account_quota t join identity.organisation o on o.id = t.changed_by
            where t.health_centre_id = :id
            """)
        .bind("id", healthCentre)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  /** Changes it; false when somebody else did meanwhile. */
  boolean change(Handle handle, AccountQuota seen, int total) {
    return handle
            .createUpdate(
                """
                insert into identity.account_quota as q (health_centre_id, total, changed_by)
                values (:centre, :total, identity.current_organisation())
                on conflict (health_centre_id) do update
                set total = excluded.total, version = q.version + 1, changed_at = now(), changed_by = excluded.changed_by
                where q.version = :version
                """)
            .bind("centre", seen.organisationId())
            .bind("total", total)
            .bind("version", seen.version())
            .execute()
        == 1;
  }
}
