package org.openhersys.identity.client;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Set;
import java.util.UUID;

/**
 * A machine client: an institution's record system (電子カルテ), or a health centre's own system.
 *
 * @param tokenUrlAudience whether its assertions may name the token URL as audience (SMART 2.2),
 *     beside the issuer
 */
record Client(
    UUID id, UUID organisationId, Set<String> scopes, JWKSet keys, boolean tokenUrlAudience) {}
