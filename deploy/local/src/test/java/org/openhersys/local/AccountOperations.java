package org.openhersys.local;

import static org.openhersys.local.Preparations.get;
import static org.openhersys.local.Preparations.keyed;
import static org.openhersys.local.Preparations.location;
import static org.openhersys.local.Preparations.patch;
import static org.openhersys.local.Preparations.post;
import static org.openhersys.local.Preparations.put;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.openhersys.local.journey.Request;

/** Accounts, sessions, machine clients and the directory of organisations. */
final class AccountOperations {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private AccountOperations() {}

  static Map<String, Function<Preparations, Request>> ready() {
    Map<String, Function<Preparations, Request>> ready = new LinkedHashMap<>();
    accountsAndClients(ready);
    directory(ready);
    return ready;
  }

  private static void accountsAndClients(Map<String, Function<Preparations, Request>> ready) {
    ready.put("issueAccount", AccountOperations::newAccount);
    ready.put("listAccounts", p -> p.asMinistry(get("accounts?limit=20")));
    ready.put("readAccount", p -> p.asMinistry(get(account(p))));
    ready.put(
        "changeAccount",
        p ->
            p.tagged(
                p::asMinistry,
                account(p),
                target -> patch(target, Map.of("displayName", "見本 改名"))));
    ready.put("reactivateAccount", AccountOperations::reactivation);
    ready.put("activateAccount", AccountOperations::activation);
    ready.put("logOut", p -> Request.delete("/api/v1/sessions/current").as(machineSession(p)));
    ready.put("readCurrentSession", p -> p.asGiver(get("sessions/current")));
    ready.put("registerClient", AccountOperations::newClient);
    ready.put("listClients", p -> p.asMinistry(get("clients?limit=20")));
    ready.put("readClient", p -> p.asMinistry(get(client(p))));
    ready.put(
        "changeClient",
        p ->
            p.tagged(
                p::asMinistry, client(p), target -> patch(target, Map.of("name", "見本電子カルテ（更新後）"))));
    ready.put("rotateClientKeys", AccountOperations::newKeys);
  }

  private static void directory(Map<String, Function<Preparations, Request>> ready) {
    ready.put("listOrganisations", p -> p.asGiver(get("organisations?municipality=131041")));
    ready.put("readOrganisation", p -> p.asGiver(get("organisations/" + p.receiver())));
    ready.put("importOrganisations", AccountOperations::organisations);
    ready.put(
        "readOrganisationSettings",
        p -> p.asMinistry(get("organisations/" + p.receiver() + "/settings")));
    ready.put("changeOrganisationSettings", AccountOperations::settings);
    ready.put(
        "readAccountQuota", p -> p.asMinistry(get("organisations/" + p.receiver() + "/quota")));
    ready.put("changeAccountQuota", AccountOperations::quota);
    ready.put("readKeys", p -> Request.get("/.well-known/jwks.json"));
    ready.put("readSmartConfiguration", p -> Request.get("/.well-known/smart-configuration"));
    ready.put(
        "readAuthorizationServerMetadata",
        p -> Request.get("/.well-known/oauth-authorization-server"));
  }

  private static Request newAccount(Preparations p) {
    return p.asMinistry(
        keyed(
            post(
                "accounts",
                Map.of(
                    "organisationId",
                    p.organisation("MIHON-LG-04"),
                    "loginId",
                    "mihon.shin." + UUID.randomUUID(),
                    "displayName",
                    "見本 新人",
                    "role",
                    "LOCAL_GOVERNMENT_STAFF",
                    "shared",
                    false))));
  }

  private static String account(Preparations p) {
    return location(p.done(newAccount(p)));
  }

  private static Request reactivation(Preparations p) {
    String account = account(p);
    return p.asMinistry(Request.post("/api/v1/" + account + "/reactivation"))
        .with("If-Match", p.tag(p.asMinistry(get(account))));
  }

  private static Request activation(Preparations p) {
    return post(
        "accounts/activations",
        Map.of(
            "activationCode",
            p.done(newAccount(p)).text("/activation/code"),
            "password",
            "kurage-to-tomato-no-natsu"));
  }

  private static String machineSession(Preparations p) {
    return p.system().client("case.read").requestToken().text("/access_token");
  }

  private static Request newClient(Preparations p) {
    return p.asMinistry(
        keyed(
            post(
                "clients",
                Map.of(
                    "organisationId",
                    p.organisation("0119999993"),
                    "name",
                    "見本電子カルテ",
                    "scopes",
                    List.of("notification.write"),
                    "jwks",
                    keys()))));
  }

  private static String client(Preparations p) {
    return location(p.done(newClient(p)));
  }

  private static Request newKeys(Preparations p) {
    String client = client(p);
    return p.asMinistry(put(client + "/keys", Map.of("jwks", keys())))
        .with("If-Match", p.tag(p.asMinistry(get(client))));
  }

  private static Request organisations(Preparations p) {
    String code = "MIHON-LG-IT-" + UUID.randomUUID().toString().substring(0, 8);
    return p.asMinistry(
        new Request(
            "POST",
            "/api/v1/organisations/import",
            Map.of("Content-Type", "text/csv"),
            """
            code,kind,name,nameKana,parentCode,municipalityCode,jurisdiction,mailAddress
            %s,LOCAL_GOVERNMENT,架空市,カクウシ,,011002,,
            """
                .formatted(code)));
  }

  /** Of a centre that has no part in anything else here. */
  private static Request settings(Preparations p) {
    return p.tagged(
        p::asMinistry,
        "organisations/" + p.organisation("MIHON-HC-04") + "/settings",
        target ->
            put(
                target,
                Map.of(
                    "mailAddress",
                    "hokenjo-" + COUNT.incrementAndGet() + "@kakuu.example",
                    "samePersonMayConfirm",
                    false)));
  }

  private static Request quota(Preparations p) {
    return p.tagged(
        p::asMinistry,
        "organisations/" + p.organisation("MIHON-HC-04") + "/quota",
        target -> put(target, Map.of("total", 100 + COUNT.incrementAndGet())));
  }

  private static Map<String, Object> keys() {
    try {
      return new JWKSet(
              new ECKeyGenerator(Curve.P_384)
                  .keyUse(KeyUse.SIGNATURE)
                  .algorithm(JWSAlgorithm.ES384)
                  .keyIDFromThumbprint(true)
                  .generate()
                  .toPublicJWK())
          .toJSONObject();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
