package org.openhersys.notification.quality;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.problem.ProblemException;

/** 精度管理の段階 behind the health centre, each with the role that does it. */
public enum QualityStep {
  /** 地方衛生研究所, for the centres of its local government. */
  LOCAL_INSTITUTE(
      Role.LOCAL_INSTITUTE_STAFF,
      QualityState.WITH_INSTITUTE,
      "c.area_id = (select notification.institute_area())"),
  /** 国立感染症研究所, for the country. */
  NATIONAL_SURVEILLANCE(Role.NATIONAL_SURVEILLANCE, QualityState.WITH_NATIONAL, "true");

  private final Role role;
  private final QualityState due;
  private final String scope;

  QualityStep(Role role, QualityState due, String scope) {
    this.role = role;
    this.due = due;
    this.scope = scope;
  }

  /** The step that the caller is; nothing for a health centre. */
  public static Optional<QualityStep> of(Caller caller) {
    return Stream.of(values()).filter(step -> step.role == caller.role()).findFirst();
  }

  /**
   * The caller's step, where the parameter names it or nothing.
   *
   * @throws ProblemException 422 for another one, or anything else
   */
  static QualityStep asked(Caller caller, @Nullable String parameter) {
    return of(caller)
        .filter(step -> parameter == null || step.name().equals(parameter))
        .orElseThrow(
            () ->
                ProblemException.invalidContent(
                    "",
                    "STEP_NOT_YOURS",
                    "stepには自らの段階を指定してください",
                    "step names another step than the caller's, or none"));
  }

  /** In which state a notification waits for this step. */
  QualityState due() {
    return due;
  }

  /** Which rows {@code c} of the chain are the caller's, for the index. */
  String scope() {
    return scope;
  }
}
