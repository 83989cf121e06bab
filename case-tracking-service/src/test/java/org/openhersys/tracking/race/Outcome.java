package org.openhersys.tracking.race;

import java.util.List;
import java.util.Set;

/** How the database left a case, in the model's words. */
record Outcome(
    Centre responsible,
    Set<String> grounds,
    List<String> states,
    Centre statusBy,
    boolean supplemented) {

  boolean is(Model model) {
    return model.responsible() == responsible
        && model.grounds().equals(grounds)
        && model.states().equals(states)
        && model.statusBy() == statusBy
        && model.supplemented() == supplemented;
  }
}
