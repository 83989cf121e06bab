package org.openhersys.identity.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Where a machine client finds what it needs: SMART App Launch 2.2, RFC 8414. */
public final class ServerMetadata {
  private ServerMetadata() {}

  /** {@code .well-known/smart-configuration}. */
  public record SmartConfiguration(
      String issuer,
      @JsonProperty("jwks_uri") String jwksUri,
      @JsonProperty("token_endpoint") String tokenEndpoint,
      @JsonProperty("grant_types_supported") List<String> grantTypes,
      @JsonProperty("token_endpoint_auth_methods_supported") List<String> authMethods,
      @JsonProperty("token_endpoint_auth_signing_alg_values_supported") List<String> algorithms,
      @JsonProperty("scopes_supported") List<String> scopes,
      @JsonProperty("code_challenge_methods_supported") List<String> challengeMethods,
      List<String> capabilities) {}

  /** {@code .well-known/oauth-authorization-server}. */
  public record AuthorizationServerMetadata(
      String issuer,
      @JsonProperty("jwks_uri") String jwksUri,
      @JsonProperty("token_endpoint") String tokenEndpoint,
      @JsonProperty("grant_types_supported") List<String> grantTypes,
      @JsonProperty("response_types_supported") List<String> responseTypes,
      @JsonProperty("token_endpoint_auth_methods_supported") List<String> authMethods,
      @JsonProperty("token_endpoint_auth_signing_alg_values_supported") List<String> algorithms,
      @JsonProperty("scopes_supported") List<String> scopes) {}
}
