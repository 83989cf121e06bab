package org.openhersys.notification.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 症状, item 11.
 *
 * @param present what there is, or {@link Symptom#NONE}
 * @param otherText その他の内容
 * @param spo2 SpO2 on room air, in percent
 */
public record Symptoms(
    @Nullable List<@Nullable Symptom> present, @Nullable String otherText, @Nullable Integer spo2) {

  /** Nothing known of symptoms. */
  public static final Symptoms UNKNOWN = new Symptoms(null, null, null);

  /** Whether this one is named. */
  public boolean include(Symptom symptom) {
    return present != null && present.contains(symptom);
  }

  /** Whether there is any; not while nothing is said. */
  public boolean areThere() {
    return present != null && present.stream().anyMatch(symptom -> symptom != Symptom.NONE);
  }
}
