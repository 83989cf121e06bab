package org.openhersys.identity.client;

import java.util.UUID;
import org.openhersys.api.problem.ProblemException;

/** What a list of clients is narrowed to. */
final class ClientFilter {
  private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private ClientFilter() {}

  /**
   * The organisation whose clients are wanted; null for all.
   *
   * @throws ProblemException 422 when it is no id
   */
  static UUID organisation(String asked) {
    if (asked == null) {
      return null;
    }
    if (!asked.matches(ID)) {
      throw ProblemException.invalidContent(
          "", "ID_UNREADABLE", "organisationがIDの形式ではありません", "organisation is not an id");
    }
    return UUID.fromString(asked);
  }
}
