package org.openhersys.identity.login;

import org.openhersys.identity.session.Session;

/**
 * The answer to a login.
 *
 * @param expiresIn seconds
 */
public record Login(String accessToken, TokenType tokenType, long expiresIn, Session session) {

  /** RFC 6750. */
  public enum TokenType {
    Bearer
  }
}
