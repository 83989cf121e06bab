package org.openhersys.tracking.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.tracking.casefile.CaseSummary;

/**
 * 変更 of what the caller's centre sees.
 *
 * @param caseFile the case's present state; null with {@link Kind#LEFT}
 */
public record CaseChange(
    Kind kind, UUID caseId, @JsonProperty("case") @Nullable CaseSummary caseFile) {

  /** 変更の種類. */
  public enum Kind {
    /** 追加・更新. */
    UPSERT,
    /** 参照終了: the centre no longer sees the case. */
    LEFT
  }

  /**
   * @param summary null when the centre does not see the case
   */
  static CaseChange of(UUID caseId, @Nullable CaseSummary summary) {
    return new CaseChange(summary == null ? Kind.LEFT : Kind.UPSERT, caseId, summary);
  }
}
