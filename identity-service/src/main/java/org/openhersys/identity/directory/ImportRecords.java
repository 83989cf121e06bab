package org.openhersys.identity.directory;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.identity.organisation.OrganisationKind;

/** The directory as an import reads and writes it: whole columns at a time. */
@Singleton
class ImportRecords {
  private static final long LOCK = 0x68657273796f7267L;

  /** One import at a time: each judges the directory that the one before left. */
  void waitForOthers(Handle handle) {
    handle
        .createQuery("select pg_advisory_xact_lock(:lock)")
        .bind("lock", LOCK)
        .map((row, context) -> true)
        .one();
  }

  Standing standing(Handle handle, Caller caller) {
    Map<String, Standing.Known> organisations = new HashMap<>();
    handle
        .createQuery(
            """
            select o.id, o.code, o.kind, o.name, o.name_kana, p.code as parent_code, o.municipality_code, s.mail_address
            from identity.organisation o
            left join identity.organisation p on p.id = o.parent_id
            left join identity.organisation_setting s on s.organisation_id = o.id
            """)
        .map(
            (row, context) ->
                new Standing.Known(
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    OrganisationKind.valueOf(row.getString("kind")),
                    row.getString("name"),
                    row.getString("name_kana"),
                    row.getString("parent_code"),
                    row.getString("municipality_code"),
                    row.getString("mail_address")))
        .forEach(known -> organisations.put(known.code(), known));
    Map<String, String> centres = new HashMap<>();
    handle
        .createQuery(
            "select j.municipality_code, o.code from identity.jurisdiction j join identity.organisation o on o.id = j.health_centre_id")
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(entry -> centres.put(entry.getKey(), entry.getValue()));
    return new Standing(organisations, centres, area(handle, caller));
  }

  private static @Nullable Set<String> area(Handle handle, Caller caller) {
    return caller.role() == Role.NATIONAL_ADMINISTRATOR
        ? null
        : new HashSet<>(
            handle
                .createQuery(
                    """
                    select municipality_code from identity.jurisdiction
                    where health_centre_id = :own or health_centre_id in (select identity.organisations_below(:own))
                    """)
                .bind("own", caller.organisationId())
                .mapTo(String.class)
                .list());
  }

  /** One statement, so that a parent may stand behind its children. */
  void insert(Handle handle, List<DirectoryEntry> created, Instant now) {
    Map<String, UUID> made = new HashMap<>();
    created.forEach(entry -> made.put(entry.code(), Uuids.next()));
    UUID[] ids = created.stream().map(entry -> made.get(entry.code())).toArray(UUID[]::new);
    handle
        .createUpdate(
            """
            insert into identity.organisation (id, code, kind, name, name_kana, municipality_code, parent_id, created_at)
            select w.id, w.code, w.kind, w.name, w.name_kana, w.municipality_code,
                   coalesce(n.id, (select p.id from identity.organisation p where p.code = w.parent_code)), :now
            from unnest(:ids, :codes, :kinds, :names, :kanas, :municipalities, :parents)
                 as w (id, code, kind, name, name_kana, municipality_code, parent_code)
            left join unnest(:ids, :codes) as n (id, code) on n.code = w.parent_code
            """)
        .bindArray("ids", UUID.class, (Object[]) ids)
        .bindArray("codes", String.class, column(created, DirectoryEntry::code))
        .bindArray("kinds", String.class, column(created, entry -> entry.kind().name()))
        .bindArray("names", String.class, column(created, DirectoryEntry::name))
        .bindArray("kanas", String.class, column(created, entry -> entry.wanted().nameKana()))
        .bindArray(
            "municipalities",
            String.class,
            column(created, entry -> entry.wanted().municipalityCode()))
        .bindArray("parents", String.class, column(created, entry -> entry.wanted().parentCode()))
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  void update(Handle handle, List<DirectoryEntry> changed) {
    handle
        .createUpdate(
            """
            update identity.organisation o
            set name = w.name, name_kana = w.name_kana, municipality_code = w.municipality_code,
                parent_id = (select p.id from identity.organisation p where p.code = w.parent_code)
            from unnest(:codes, :names, :kanas, :municipalities, :parents) as w (code, name, name_kana, municipality_code, parent_code)
            where o.code = w.code
            """)
        .bindArray("codes", String.class, column(changed, DirectoryEntry::code))
        .bindArray("names", String.class, column(changed, DirectoryEntry::name))
        .bindArray("kanas", String.class, column(changed, entry -> entry.wanted().nameKana()))
        .bindArray(
            "municipalities",
            String.class,
            column(changed, entry -> entry.wanted().municipalityCode()))
        .bindArray("parents", String.class, column(changed, entry -> entry.wanted().parentCode()))
        .execute();
  }

  void serve(Handle handle, Map<String, String> centres, LocalDate today) {
    List<String> municipalities = List.copyOf(centres.keySet());
    handle
        .createUpdate(
            """
            insert into identity.jurisdiction (municipality_code, health_centre_id, since)
            select w.municipality_code, o.id, :today
            from unnest(:municipalities, :centres) as w (municipality_code, code)
            join identity.organisation o on o.code = w.code
            on conflict (municipality_code) do update set health_centre_id = excluded.health_centre_id, since = excluded.since
            """)
        .bindArray("municipalities", String.class, municipalities.toArray())
        .bindArray("centres", String.class, municipalities.stream().map(centres::get).toArray())
        .bind("today", today)
        .execute();
  }

  void setMailAddresses(Handle handle, List<DirectoryEntry> told) {
    handle
        .createUpdate(
            """
            insert into identity.organisation_setting as s (organisation_id, mail_address, changed_by)
            select o.id, w.address, identity.current_organisation()
            from unnest(:codes, :addresses) as w (code, address)
            join identity.organisation o on o.code = w.code
            on conflict (organisation_id) do update
            set mail_address = excluded.mail_address, version = s.version + 1, changed_at = now(), changed_by = excluded.changed_by
            """)
        .bindArray("codes", String.class, column(told, DirectoryEntry::code))
        .bindArray("addresses", String.class, column(told, entry -> entry.wanted().mailAddress()))
        .execute();
  }

  List<UUID> idsOf(Handle handle, Collection<String> codes) {
    return handle
        .createQuery("select id from identity.organisation where code = any(:codes)")
        .bindArray("codes", String.class, codes.toArray())
        .mapTo(UUID.class)
        .list();
  }

  private static Object[] column(
      List<DirectoryEntry> rows, Function<DirectoryEntry, @Nullable String> value) {
    return rows.stream().map(value).toArray();
  }
}
