package org.openhersys.identity.activation;

import java.time.OffsetDateTime;

/**
 * A code that was just made.
 *
 * @param digest what is kept of it, 32 bytes
 * @param issuedAt now
 * @param shown what is told to who issued it
 */
public record NewActivation(byte[] digest, OffsetDateTime issuedAt, Activation shown) {

  @Override
  public String toString() {
    return "NewActivation[hidden]";
  }
}
