package org.openhersys.api.testing.matrix;

/** The things and the people of one table, as they stand before a request. */
public interface Scene {

  /**
   * A request that would succeed for somebody who may.
   *
   * @param operation its id in the contract
   * @param caller the column: in the first table the name of a role or of a scope, or {@code
   *     nobody}
   */
  Asking asking(String operation, String caller);
}
