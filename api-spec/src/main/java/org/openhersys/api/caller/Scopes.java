package org.openhersys.api.caller;

/** What a machine client may do (SMART Backend Services scopes); they stand in a token's groups. */
public final class Scopes {
  /** Send notifications. */
  public static final String NOTIFICATION_WRITE = "notification.write";

  /** Read what the own institution sent. */
  public static final String NOTIFICATION_READ = "notification.read";

  /** Read the cases the own organisation may see. */
  public static final String CASE_READ = "case.read";

  private Scopes() {}
}
