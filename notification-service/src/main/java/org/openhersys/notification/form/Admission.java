package org.openhersys.notification.form;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 入院の状況, of item 19.
 *
 * @param hospitalised 届出時点の入院の有無
 * @param admissionDate 入院年月日
 * @param admissionNeeded 入院の必要性, as the physician judges it
 */
public record Admission(
    @Nullable Boolean hospitalised,
    @Nullable LocalDate admissionDate,
    @Nullable Boolean admissionNeeded) {

  /** Nothing known of an admission. */
  public static final Admission UNKNOWN = new Admission(null, null, null);

  /**
   * In hospital, or in need of it: what a suspected patient must be to be notified ([S3], [S10-2],
   * [S11]).
   */
  public boolean belongsInHospital() {
    return Boolean.TRUE.equals(hospitalised) || Boolean.TRUE.equals(admissionNeeded);
  }
}
