package org.openhersys.local.kill;

import static org.openhersys.local.kill.Actor.GIVER;
import static org.openhersys.local.kill.Actor.HOSPITAL;
import static org.openhersys.local.kill.Actor.TAKER;

/** What is done for a course of care, in the order in which it becomes possible. */
enum Deed {
  /** 報告. */
  SUBMISSION(HOSPITAL, true, 1),
  /** 追加・修正. */
  SUPPLEMENT(HOSPITAL, false, 2),
  /** 保健所確認. */
  CONFIRMATION(GIVER, false, 1),
  /** 現在のステータス, by the giver. */
  STATUS(GIVER, false, 1),
  /** 引継ぎの依頼. */
  REQUEST(GIVER, true, 1),
  /** 引受け. */
  ACCEPTANCE(TAKER, false, 1),
  /** 現在のステータス, by the taker. */
  LATER_STATUS(TAKER, false, 1);

  private final Actor actor;
  private final boolean keyed;
  private final int most;

  /**
   * @param keyed whether it goes under an Idempotency-Key; the others name in If-Match what they
   *     change
   * @param most how often it is done for one course
   */
  Deed(Actor actor, boolean keyed, int most) {
    this.actor = actor;
    this.keyed = keyed;
    this.most = most;
  }

  Actor actor() {
    return actor;
  }

  boolean isKeyed() {
    return keyed;
  }

  int most() {
    return most;
  }
}
