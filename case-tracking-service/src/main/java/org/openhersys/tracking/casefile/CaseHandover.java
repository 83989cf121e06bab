package org.openhersys.tracking.casefile;

import java.util.UUID;
import org.openhersys.tracking.handover.HandoverState;

/** 引継ぎ（参照）: a handover of the case. */
public record CaseHandover(UUID id, HandoverState state) {}
