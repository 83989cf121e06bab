package org.openhersys.tracking.race;

/**
 * What somebody tries in a race, with the versions in hand that stood when it began.
 *
 * @param actor null for the local government, the clock and the institution
 * @param target the centre that it is about, or null
 * @param right of sharing, or null
 * @param handover which of the case's handovers, counted from 0
 */
record Move(Kind kind, Centre actor, Centre target, String right, int handover) {

  enum Kind {
    ACCEPT,
    DECLINE,
    CANCEL,
    RETURN,
    ASSIGN,
    EXPIRE,
    STATUS,
    SHARE,
    UNSHARE,
    SUPPLEMENT
  }

  static Move of(Kind kind, Centre actor, int handover) {
    return new Move(kind, actor, null, null, handover);
  }

  static Move assign(Centre target, int handover) {
    return new Move(Kind.ASSIGN, null, target, null, handover);
  }

  static Move expire(int handover) {
    return new Move(Kind.EXPIRE, null, null, null, handover);
  }

  static Move status(Centre actor) {
    return new Move(Kind.STATUS, actor, null, null, 0);
  }

  static Move share(Centre actor, Centre target, String right) {
    return new Move(Kind.SHARE, actor, target, right, 0);
  }

  static Move unshare(Centre actor, Centre target) {
    return new Move(Kind.UNSHARE, actor, target, null, 0);
  }

  static Move supplement() {
    return new Move(Kind.SUPPLEMENT, null, null, null, 0);
  }
}
