package org.openhersys.notification.batch;

/** So many rows could not be taken in together; nothing of it was done. */
final class NotTogether extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int first;
  private final int rows;

  /**
   * @param first the number of the first
   */
  NotTogether(int first, int rows, Throwable failure) {
    super(null, failure, false, false);
    this.first = first;
    this.rows = rows;
  }

  int first() {
    return first;
  }

  int rows() {
    return rows;
  }
}
