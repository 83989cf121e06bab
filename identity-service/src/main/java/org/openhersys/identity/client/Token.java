package org.openhersys.identity.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Token response (RFC 6749 § 5.1).
 *
 * @param expiresIn seconds
 * @param scope the scopes granted, space separated
 */
public record Token(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    String scope) {}
