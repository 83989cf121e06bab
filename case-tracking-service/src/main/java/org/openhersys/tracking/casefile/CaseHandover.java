package org.openhersys.tracking.casefile;

import java.util.UUID;

/** 引継ぎ（参照）: a handover of the case. */
public record CaseHandover(UUID id, HandoverState state) {}
