package org.openhersys.api.event;

/**
 * How far a reader of an outbox or feed has come. Rows are read in the order of transaction id and
 * sequence number, and only below the oldest transaction that still writes: a row that becomes
 * visible later can then only stand behind.
 *
 * @param xid the transaction id as PostgreSQL writes it
 */
public record Position(String xid, long sequence) {
  /** Before everything. */
  public static final Position START = new Position("0", 0);

  /**
   * The condition for rows behind a position ({@code :xid}, {@code :sequence}) that no open
   * transaction can still get in front of.
   */
  public static final String BEHIND_AND_SETTLED =
      "(xid, sequence) > (cast(:xid as xid8), :sequence) and xid < pg_snapshot_xmin(pg_current_snapshot())";

  /**
   * The columns of a row's position. Not named {@code xid}: ORDER BY would take the text of the
   * output for it, and 1000 would stand before 999.
   */
  public static final String COLUMNS = "xid::text as written_xid, sequence";

  /** The order to read in. */
  public static final String ORDER = "xid, sequence";
}
