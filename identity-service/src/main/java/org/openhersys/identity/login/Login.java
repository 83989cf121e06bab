package org.openhersys.identity.login;

import org.jspecify.annotations.Nullable;
import org.openhersys.identity.session.Session;

/**
 * The answer to a login.
 *
 * @param expiresIn seconds
 * @param recoveryCodesLeft 回復コードの残数, when one was used; else null
 */
public record Login(
    String accessToken,
    TokenType tokenType,
    long expiresIn,
    Session session,
    @Nullable Integer recoveryCodesLeft) {

  /** RFC 6750. */
  public enum TokenType {
    Bearer
  }
}
