package org.openhersys.notification.form;

/** 重症度, item 19. */
public enum IllnessSeverity {
  /** 軽症. */
  MILD,
  /** 中等症Ⅰ. */
  MODERATE_1,
  /** 中等症Ⅱ. */
  MODERATE_2,
  /** 重症. */
  SEVERE
}
