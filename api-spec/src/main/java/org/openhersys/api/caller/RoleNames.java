package org.openhersys.api.caller;

/** The names of {@link Role} as constants, for {@code @RolesAllowed}. */
public final class RoleNames {
  /** {@link Role#PHYSICIAN}. */
  public static final String PHYSICIAN = "PHYSICIAN";

  /** {@link Role#CLERK}. */
  public static final String CLERK = "CLERK";

  /** {@link Role#INSTITUTION_MANAGER}. */
  public static final String INSTITUTION_MANAGER = "INSTITUTION_MANAGER";

  /** {@link Role#HEALTH_CENTRE_STAFF}. */
  public static final String HEALTH_CENTRE_STAFF = "HEALTH_CENTRE_STAFF";

  /** {@link Role#HEALTH_CENTRE_MANAGER}. */
  public static final String HEALTH_CENTRE_MANAGER = "HEALTH_CENTRE_MANAGER";

  /** {@link Role#LOCAL_GOVERNMENT_STAFF}. */
  public static final String LOCAL_GOVERNMENT_STAFF = "LOCAL_GOVERNMENT_STAFF";

  /** {@link Role#LOCAL_INSTITUTE_STAFF}. */
  public static final String LOCAL_INSTITUTE_STAFF = "LOCAL_INSTITUTE_STAFF";

  /** {@link Role#NATIONAL_STATISTICS}. */
  public static final String NATIONAL_STATISTICS = "NATIONAL_STATISTICS";

  /** {@link Role#NATIONAL_SURVEILLANCE}. */
  public static final String NATIONAL_SURVEILLANCE = "NATIONAL_SURVEILLANCE";

  /** {@link Role#NATIONAL_ADMINISTRATOR}. */
  public static final String NATIONAL_ADMINISTRATOR = "NATIONAL_ADMINISTRATOR";

  /** {@link Role#CONTRACTOR}. */
  public static final String CONTRACTOR = "CONTRACTOR";

  /** {@link Role#SUPPORT}. */
  public static final String SUPPORT = "SUPPORT";

  private RoleNames() {}
}
