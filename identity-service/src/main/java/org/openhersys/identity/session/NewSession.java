package org.openhersys.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.openhersys.api.caller.Caller;

/** A session that begins: one login of a person, or one token of a machine. */
public record NewSession(UUID id, Caller caller, Instant createdAt, Instant expiresAt) {}
