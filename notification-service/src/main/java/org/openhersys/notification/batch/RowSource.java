package org.openhersys.notification.batch;

import java.io.IOException;
import java.util.Optional;

/**
 * Rows as a body brings them, each as a form in JSON whatever the body is written in: the job knows
 * of nothing else.
 */
interface RowSource {

  /**
   * The next row.
   *
   * @return nothing at the end
   * @throws IOException when the body breaks off
   */
  Optional<RawRow> next() throws IOException;
}
