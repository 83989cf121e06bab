package org.openhersys.local.founding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openhersys.local.journey.Exchange;
import org.openhersys.local.journey.Http;
import org.openhersys.local.journey.People;
import org.openhersys.local.journey.Person;
import org.openhersys.local.journey.Request;
import org.openhersys.local.journey.Transcript;
import org.openhersys.local.sample.Credentials;
import org.openhersys.local.sample.CredentialsFile;
import org.openhersys.local.sample.SampleDirectory;

/**
 * From nothing to the sample directory, through the same doors as everybody: a first administrator
 * by the command, organisations by CSV, accounts issued level by level and activated, record
 * systems registered by their managers. It may be interrupted at any moment and goes on at the next
 * start: passwords and keys are noted before they are used, and what stands already is found.
 */
public final class Founding {
  private static final int TAKEN = 422;

  private final Http http;
  private final CredentialsFile file;
  private final SampleDirectory directory;
  private final Supplier<String> firstAdministrator;
  private final Transcript transcript;
  private final People people;
  private final Map<String, String> organisationIds = new HashMap<>();

  /**
   * @param firstAdministrator runs the command and gives the activation code that it printed
   */
  public Founding(
      Http http,
      CredentialsFile file,
      SampleDirectory directory,
      Supplier<String> firstAdministrator,
      Transcript transcript,
      People people) {
    this.http = http;
    this.file = file;
    this.directory = directory;
    this.firstAdministrator = firstAdministrator;
    this.transcript = transcript;
    this.people = people;
  }

  /** Founds what is not founded yet; nothing when all stands. */
  public void run() {
    if (file.credentials().founded()) {
      return;
    }
    transcript.chapter("From nothing 何もないところから");
    directory.accounts().forEach(this::account);
    directory.clients().forEach(this::client);
    file.founded();
  }

  private void account(SampleDirectory.Account account) {
    Credentials.Account noted = file.credentials().account(account.loginId());
    if (noted.totpConfirmed()) {
      return;
    }
    transcript.step(account.role() + " " + account.loginId() + " (" + noted.organisation() + ")");
    activate(account, noted);
    people.person(account.loginId()).enrol(transcript::line);
    if (account.issuer() == null) {
      importOrganisations(account.loginId());
    }
  }

  private void activate(SampleDirectory.Account account, Credentials.Account noted) {
    String issuer = account.issuer();
    String code = issuer == null ? firstAdministrator.get() : issued(person(issuer), account);
    transcript.line(
        http.send(
            Request.postJson(
                "/api/v1/accounts/activations",
                Map.of("activationCode", code, "password", noted.password()))),
        200);
  }

  /** The activation code of an account that is new, or that an interrupted start left behind. */
  private String issued(Person issuer, SampleDirectory.Account account) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("organisationId", organisationId(issuer, account.organisation()));
    wanted.put("loginId", account.loginId());
    wanted.put("displayName", account.displayName());
    wanted.put("role", account.role());
    wanted.put("shared", account.shared());
    String chargedTo = account.chargedTo();
    if (chargedTo != null) {
      wanted.put("chargedTo", organisationId(issuer, chargedTo));
    }
    Exchange issued = issuer.send(Request.postJson("/api/v1/accounts", wanted));
    transcript.line(issued);
    if (issued.status() == TAKEN) {
      String leftBehind = "/api/v1/accounts/" + leftBehind(issuer, account);
      String tag = issuer.get(leftBehind).expecting(200).header("ETag");
      issued = issuer.send(Request.post(leftBehind + "/reactivation").with("If-Match", tag));
      transcript.line(issued, 200);
      return issued.text("/activation/code");
    }
    return issued.expecting(201).text("/activation/code");
  }

  private String leftBehind(Person issuer, SampleDirectory.Account account) {
    String organisation = organisationId(issuer, account.organisation());
    return issuer
        .get("/api/v1/accounts?limit=500&organisation=" + organisation)
        .expecting(200)
        .item("loginId", account.loginId())
        .map(found -> found.path("id").asText())
        .orElseThrow();
  }

  private void importOrganisations(String administrator) {
    transcript.step("The organisations are imported: a dry run first, which tells what would be");
    transcript.exchange(imported(administrator, true), 200);
    transcript.step("And for good");
    transcript.line(imported(administrator, false), 200);
  }

  private Exchange imported(String administrator, boolean dryRun) {
    return person(administrator)
        .send(
            Request.postText(
                "/api/v1/organisations/import?dryRun=" + dryRun,
                "text/csv; charset=UTF-8",
                directory.csv()));
  }

  private void client(SampleDirectory.Client client) {
    Credentials.Client noted = file.credentials().client(client.name());
    if (noted.clientId() != null) {
      return;
    }
    transcript.step("Record system " + client.name());
    Person manager = person(client.registeredBy());
    String organisation = organisationId(manager, client.organisation());
    Exchange standing =
        manager.get("/api/v1/clients?limit=500&organisation=" + organisation).expecting(200);
    String id =
        standing
            .item("name", client.name())
            .map(found -> found.path("id").asText())
            .orElseGet(() -> registered(manager, organisation, client, noted));
    file.put(noted.registered(id));
  }

  private String registered(
      Person manager,
      String organisation,
      SampleDirectory.Client client,
      Credentials.Client noted) {
    Exchange registered =
        manager.send(
            Request.postJson(
                "/api/v1/clients",
                Map.of(
                    "organisationId", organisation,
                    "name", client.name(),
                    "scopes", client.scopes(),
                    "jwks", noted.publicKeys())));
    transcript.line(registered, 201);
    return registered.text("/id");
  }

  private String organisationId(Person asking, String code) {
    if (!organisationIds.containsKey(code)) {
      Exchange all = asking.get("/api/v1/organisations?limit=500").expecting(200);
      for (JsonNode organisation : all.json().path("items")) {
        organisationIds.put(organisation.path("code").asText(), organisation.path("id").asText());
      }
    }
    return Optional.ofNullable(organisationIds.get(code))
        .orElseThrow(() -> new IllegalStateException("There is no organisation " + code));
  }

  private Person person(String loginId) {
    Person person = people.person(loginId);
    if (!person.isLoggedIn()) {
      person.logIn(transcript::line);
    }
    return person;
  }
}
