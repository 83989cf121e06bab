package org.openhersys.tracking.handover;

/** How a turn of a handover ended; the answers of the database's functions. */
enum TurnOutcome {
  DONE,
  NOT_FOUND,
  FORBIDDEN,
  STALE,
  NOT_OPEN,
  STILL_OPEN,
  NOT_RETURNABLE,
  INACTIVE,
  HANDOVER_OPEN,
  OWN_CENTRE,
  NOT_A_HEALTH_CENTRE,
  NOT_IN_AREA
}
