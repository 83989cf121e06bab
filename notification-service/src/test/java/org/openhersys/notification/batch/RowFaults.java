package org.openhersys.notification.batch;

import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;

import org.openhersys.api.testing.HersysDatabase;

/** Lets PostgreSQL refuse what a row is stored as. */
final class RowFaults {
  /** A row without fault of its sender's, between two others. */
  static final String ROW = "\n" + json(confirmed().with(form -> form.freeText = "架空の故障")) + "\n";

  /** Holds for what that row is stored as. */
  static final String OF_THE_ROW = "new.document ->> 'freeText' = '架空の故障'";

  private static final String OF_ONE = "before insert on notification.revision for each row";
  private static final String OF_MANY =
      "after insert on notification.revision referencing new table as added for each statement";

  private RowFaults() {}

  /** Refuses the revisions for which that holds. */
  static void refuse(String when, String sqlstate) {
    refuse(OF_ONE, when, sqlstate);
  }

  /** Refuses more revisions at once than so many. */
  static void refuseMoreThan(int many, String sqlstate) {
    refuse(OF_MANY, "(select count(*) from added) > " + many, sqlstate);
  }

  private static void refuse(String event, String when, String sqlstate) {
    owner(
        """
        create function public.fault() returns trigger language plpgsql as $$
        begin
          if %s then
            raise exception 'injected 架空' using errcode = '%s';
          end if;
          return new;
        end $$;
        create trigger fault %s execute function public.fault();
        """
            .formatted(when, sqlstate, event));
  }

  /** Refuses nothing any more. */
  static void mend() {
    owner("drop function if exists public.fault() cascade");
    owner("drop sequence if exists public.slow");
  }

  static void owner(String sql) {
    HersysDatabase.owner().useHandle(h -> h.execute(sql));
  }
}
