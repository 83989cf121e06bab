package org.openhersys.identity.activation;

import java.time.OffsetDateTime;

/**
 * アクティベーション: what the holder of a new account needs for the first login ([S18-2]); shown once.
 *
 * @param url the code stands in its fragment, which no browser sends to a server
 */
public record Activation(String code, String url, OffsetDateTime expiresAt) {

  @Override
  public String toString() {
    return "Activation[hidden]";
  }
}
