package org.openhersys.identity.client;

/** Why no token is issued (RFC 6749 § 5.2). */
final class TokenRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  TokenRefusal(Reason reason) {
    super(reason.code, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** The reasons, with their OAuth code and status. */
  enum Reason {
    REQUEST(400, "invalid_request", "a parameter is missing, stands twice or cannot be read"),
    GRANT_TYPE(400, "unsupported_grant_type", "grant_type must be client_credentials"),
    SCOPE(400, "invalid_scope", "a scope is unknown or not granted to this client"),
    CLIENT(401, "invalid_client", "the client or its assertion was not accepted");

    private final int status;
    private final String code;
    private final String description;

    Reason(int status, String code, String description) {
      this.status = status;
      this.code = code;
      this.description = description;
    }

    int status() {
      return status;
    }

    String code() {
      return code;
    }

    String description() {
      return description;
    }
  }
}
