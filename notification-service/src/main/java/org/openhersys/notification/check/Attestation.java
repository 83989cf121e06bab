package org.openhersys.notification.check;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Role;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.form.NotificationForm;

/** 医師による内容の確認: a notification is a physician's, whoever types it (感染症法第12条第1項, [S17]). */
public final class Attestation {
  /** What is told. */
  public static final LogicCheck CHECK =
      LogicCheck.beyond(
          0,
          "ATTESTATION_MISSING",
          Severity.ERROR,
          "内容を確認した医師の氏名を入力してください。",
          "Name the physician who attests the content.");

  /** What a clerk is told who changes the category. */
  public static final LogicCheck OF_A_PHYSICIAN =
      LogicCheck.beyond(
          0,
          "CATEGORY_IS_A_PHYSICIANS",
          Severity.ERROR,
          "診断分類の変更は新たな報告となるため、医師が行ってください。",
          "Another category is another report, which a physician makes.");

  private static final Set<Role> TYPE_FOR_A_PHYSICIAN =
      EnumSet.of(Role.HEALTH_CENTRE_STAFF, Role.HEALTH_CENTRE_MANAGER);

  private Attestation() {}

  /**
   * What a health centre's staff enter, the centre's own physician attests ([S12]).
   *
   * @param role of who submits; null for a record system
   * @return an error at {@code /attestedBy} where it is missing
   */
  public static Optional<Finding> ofSubmission(@Nullable Role role, NotificationForm form) {
    return role != null && TYPE_FOR_A_PHYSICIAN.contains(role)
        ? of(form.attestedBy())
        : Optional.empty();
  }

  /**
   * What a supplement owes: what a physician has attested stays attested, by that one or another.
   *
   * @return an error at {@code /attestedBy} where the name is gone, or was never given by a health
   *     centre's staff
   */
  public static Optional<Finding> ofSupplement(
      @Nullable Role role, NotificationForm before, NotificationForm after) {
    return before.attestedBy() == null ? ofSubmission(role, after) : of(after.attestedBy());
  }

  /** An error at {@code /attestedBy} unless it names somebody. */
  public static Optional<Finding> of(@Nullable String attestedBy) {
    return attestedBy == null || attestedBy.isBlank()
        ? Optional.of(CHECK.at("/attestedBy"))
        : Optional.empty();
  }
}
