package org.openhersys.notification.batch;

import org.openhersys.api.problem.DatabaseFailures;
import org.openhersys.api.problem.ProblemException;

/** 一括届出の処理が進まない理由: why a batch that waits is not taken in now. It is tried again. */
public enum BatchDelay {
  /** 届出先の保健所が登録されていない: until the directory names one. */
  RECEIVING_HEALTH_CENTRE_MISSING,
  /** 内部エラー: a fault of ours. */
  INTERNAL;

  /** That of what was kept as the name of a failure. */
  static BatchDelay of(String failure) {
    return failure.equals(RECEIVING_HEALTH_CENTRE_MISSING.name())
        ? RECEIVING_HEALTH_CENTRE_MISSING
        : INTERNAL;
  }

  /**
   * The name of a failure, without its message, which may quote the row: the code of what the rules
   * say, an SQLSTATE, or the simple name of the exception.
   */
  static String nameOf(Throwable failure) {
    if (failure instanceof ProblemException problem && !problem.errors().isEmpty()) {
      return problem.errors().get(0).code();
    }
    String state = DatabaseFailures.state(failure);
    return state.isEmpty() ? failure.getClass().getSimpleName() : state;
  }
}
