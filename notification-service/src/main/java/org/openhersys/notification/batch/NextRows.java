package org.openhersys.notification.batch;

import java.util.List;

/**
 * Some rows of a piece that are to be taken in together.
 *
 * @param piece the number of its first row, by which it is known
 * @param rows in their order
 * @param emptyIt whether no row of the piece comes behind them
 */
record NextRows(int piece, List<RawRow> rows, boolean emptyIt) {

  /**
   * The first of a piece that are not done.
   *
   * @param all its rows
   * @param position the last row that is done
   */
  static NextRows of(int piece, List<RawRow> all, int position, int most) {
    List<RawRow> left = all.stream().filter(row -> row.number() > position).toList();
    return new NextRows(piece, left.stream().limit(most).toList(), left.size() <= most);
  }
}
