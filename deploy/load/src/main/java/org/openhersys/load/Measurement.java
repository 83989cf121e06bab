package org.openhersys.load;

import java.util.List;

/** One thing that is measured. */
interface Measurement {
  /** Measures it on the running system. */
  List<Figure> measure(Stage stage, Report report);
}
