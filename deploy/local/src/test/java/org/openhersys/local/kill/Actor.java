package org.openhersys.local.kill;

/** Who asks for something in the loop. */
enum Actor {
  /** The record system of the institution that notifies. */
  HOSPITAL(null, "notification.write"),
  /** A manager of the receiving centre (届出先), which is responsible until a handover. */
  GIVER("kakuu.chuo.kanri", null),
  /** A manager of the centre of the patients' place, which takes cases over. */
  TAKER("kakuu.nishi.kanri", null),
  /** The receiving centre's own system. */
  CENTRE_SYSTEM(null, "case.read");

  private final String loginId;
  private final String scope;

  Actor(String loginId, String scope) {
    this.loginId = loginId;
    this.scope = scope;
  }

  /** Whether it gets its tokens by signed assertions, and not by logging in. */
  boolean isMachine() {
    return scope != null;
  }

  String loginId() {
    return loginId;
  }

  String scope() {
    return scope;
  }
}
