package org.openhersys.api.problem;

/** The stable problem types of the contract (RFC 9457), each with its HTTP status and title. */
public enum ProblemType {
  MALFORMED_REQUEST(400, "要求を読み取れません", "The request cannot be read"),
  UNAUTHENTICATED(401, "認証できません", "Not authenticated"),
  FORBIDDEN(403, "権限がありません", "Not allowed"),
  NOT_FOUND(404, "見つかりません", "Not found"),
  METHOD_NOT_ALLOWED(405, "このメソッドは使えません", "Method not allowed"),
  NOT_ACCEPTABLE(406, "求められた形式では返せません", "Not acceptable"),
  CONFLICT(409, "現在の状態ではできません", "Not possible in the present state"),
  IN_PROGRESS(409, "同じ要求を処理しています", "The same request is being processed"),
  GONE(410, "すでに読み取れません", "No longer available"),
  STALE(412, "ほかの人が先に変更しました", "Somebody else changed it first"),
  TOO_LARGE(413, "要求が大きすぎます", "The request is too large"),
  ADDRESS_TOO_LONG(414, "アドレスが長すぎます", "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "この形式は受け取れません", "Unsupported media type"),
  INVALID_CONTENT(422, "内容に誤りがあります", "The content is not valid"),
  KEY_REUSED(422, "Idempotency-Keyが別の内容で使われています", "The idempotency key stands for another body"),
  PRECONDITION_REQUIRED(428, "If-Matchが必要です", "If-Match is required"),
  TOO_MANY_REQUESTS(429, "しばらく待ってからやり直してください", "Try again later"),
  HEADERS_TOO_LARGE(431, "ヘッダーが大きすぎます", "The headers are too large"),
  INTERNAL(500, "内部エラーが発生しました", "Internal error"),
  UNAVAILABLE(503, "一時的に利用できません", "Temporarily unavailable");

  private final int status;
  private final Text title;

  ProblemType(int status, String ja, String en) {
    this.status = status;
    this.title = new Text(ja, en);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The title, the same for every problem of the type. */
  public Text title() {
    return title;
  }

  /** The member {@code type}: {@code urn:openhersys:problem:<kebab>}. */
  public String uri() {
    return "urn:openhersys:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The type for a status that the framework chose itself. */
  public static ProblemType ofStatus(int status) {
    for (ProblemType type : values()) {
      if (type.status == status) {
        return type;
      }
    }
    return status >= 500 ? INTERNAL : MALFORMED_REQUEST;
  }
}
