package org.openhersys.notification.mail;

/**
 * 通知の種類, and what a mail of it says. The words are fixed; nothing of a person is ever put into them
 * ([S14-2]).
 */
public enum MailKind {
  NOTIFICATION_RECEIVED("発生届の受理", "発生届が届きました。内容を確認してください。", Subject.NOTIFICATION),
  NOTIFICATION_RETURNED("発生届の差戻し", "保健所から発生届について照会があります。内容を確認して回答してください。", Subject.NOTIFICATION),
  NOTIFICATION_WITHDRAWN("発生届の取下げ", "発生届が取り下げられました。内容を確認してください。", Subject.NOTIFICATION),
  QUESTION_ANSWERED("照会への回答", "発生届についての照会に回答がありました。内容を確認してください。", Subject.NOTIFICATION),
  QUALITY_QUERY_ASKED("精度管理の照会", "発生届の内容について照会があります。内容を確認して回答してください。", Subject.NOTIFICATION),
  QUALITY_QUERY_REPLIED("精度管理の照会への回答", "発生届についての照会に保健所から回答がありました。", Subject.NOTIFICATION),
  HANDOVER_REQUESTED("引継ぎの依頼", "症例の引継ぎの依頼が届きました。引受又は辞退を回答してください。", Subject.HANDOVER),
  HANDOVER_REMINDER("引継ぎ依頼の催促", "回答されていない引継ぎの依頼があります。引受又は辞退を回答してください。", Subject.HANDOVER),
  HANDOVER_ACCEPTED("引継ぎの引受", "依頼した引継ぎが引き受けられました。", Subject.HANDOVER),
  HANDOVER_DECLINED("引継ぎの辞退", "依頼した引継ぎが辞退されました。症例は引き続き貴所の担当です。", Subject.HANDOVER),
  HANDOVER_CANCELLED("引継ぎ依頼の取消", "届いていた引継ぎの依頼が取り消されました。", Subject.HANDOVER),
  HANDOVER_EXPIRED("引継ぎ依頼の期限切れ", "引継ぎの依頼が回答のないまま期限切れになりました。", Subject.HANDOVER),
  HANDOVER_RETURNED("引継ぎの返却", "引き継いだ症例が返却されました。", Subject.HANDOVER),
  CASE_ASSIGNED("症例の割当て", "本庁から症例が割り当てられました。内容を確認してください。", Subject.CASE),
  CASE_REASSIGNED("担当保健所の変更", "症例は本庁の指定により他の保健所の担当になりました。", Subject.CASE),
  CASE_SHARED("症例の共有", "症例が共有されました。内容を確認してください。", Subject.CASE);

  private enum Subject {
    NOTIFICATION("発生届の識別子"),
    HANDOVER("引継ぎの識別子"),
    CASE("症例の識別子");

    private final String label;

    Subject(String label) {
      this.label = label;
    }
  }

  private final String title;
  private final String sentence;
  private final Subject subject;

  MailKind(String title, String sentence, Subject subject) {
    this.title = title;
    this.sentence = sentence;
    this.subject = subject;
  }

  /** What happened, in a few words. */
  String title() {
    return title;
  }

  /** What happened, and what is to be done. */
  String sentence() {
    return sentence;
  }

  /** What the id of the subject is the id of. */
  String subjectLabel() {
    return subject.label;
  }

  /** Whether the entry id says enough by itself: a notification is looked up by it ([S14-2]). */
  boolean isFoundByEntryId() {
    return subject == Subject.NOTIFICATION;
  }
}
