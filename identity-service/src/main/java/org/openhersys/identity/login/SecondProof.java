package org.openhersys.identity.login;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.problem.ProblemException;

/** What somebody showed beside the password: it was right, and is not used up yet. */
@FunctionalInterface
interface SecondProof {
  /**
   * Uses it up, in the transaction that opens the session; it is good once.
   *
   * @return how many recovery codes are left, or null when none was used
   * @throws ProblemException 401 when another login used it first
   */
  @Nullable Integer use(Handle handle, Caller caller);
}
