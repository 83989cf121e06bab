package org.openhersys.notification.question;

/** 質問の状態. What is settled stays. */
public enum QuestionState {
  /** 未回答. */
  OPEN,
  /** 回答済. */
  ANSWERED,
  /** 取下げ. */
  WITHDRAWN
}
