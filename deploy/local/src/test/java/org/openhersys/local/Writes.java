package org.openhersys.local;

import java.util.List;

/**
 * Triggers on every table of the system: they tell what a transaction writes, and make a chosen
 * write fail.
 */
final class Writes {
  private final Superuser superuser;

  Writes(Superuser superuser) {
    this.superuser = superuser;
  }

  /** Begins to note each write with its transaction. */
  void observe() {
    superuser.execute(
        "create table public.observed (what text, xid xid8)",
        """
        create function public.observe() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          insert into public.observed values (tg_op || ' ' || tg_table_schema || '.' || tg_table_name, pg_current_xact_id());
          return null;
        end $$
        """);
    for (String table : Rows.tables(superuser)) {
      superuser.execute(
          "create trigger zz_observe after insert or update or delete on "
              + table
              + " for each row execute function public.observe()");
    }
  }

  /**
   * What the transaction wrote that left the access-log row of that trace, such as {@code INSERT
   * notification.event}.
   */
  List<String> ofTrace(String traceId) {
    return superuser.column(
        """
        select distinct what from public.observed
        where xid in (select xid from audit.access_log where trace_id = ?) order by 1
        """,
        traceId);
  }

  /** Makes that kind of write fail from now on. */
  void fail(String write) {
    String[] parts = write.split(" ", -1);
    superuser.execute(
        """
        create or replace function public.fault() returns trigger language plpgsql as $$
        begin raise exception 'injected' using detail = '架空 太郎'; end $$
        """,
        "create trigger aa_fault before %s on %s for each row execute function public.fault()"
            .formatted(parts[0], parts[1]));
  }

  void mend() {
    superuser.execute("drop function if exists public.fault() cascade");
  }

  /** Takes everything away again; from one table at a time, so that no worker is deadlocked. */
  void end() {
    mend();
    for (String table : Rows.tables(superuser)) {
      superuser.execute("drop trigger if exists zz_observe on " + table);
    }
    superuser.execute(
        "drop function if exists public.observe() cascade", "drop table if exists public.observed");
  }
}
