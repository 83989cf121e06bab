package org.openhersys.notification.mail;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhersys.notification.mail.MailNotConfiguredTest.NoServer;
import org.openhersys.notification.submission.Notifying;

/** A service whose operator has forgotten the mail server. */
@QuarkusTest
@TestProfile(NoServer.class)
class MailNotConfiguredTest {

  /** As application.properties leaves it. */
  public static class NoServer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.mailer.host", "not-configured.invalid");
    }
  }

  @Test
  void notificationsAreTakenInMailsWaitAndTheServiceSaysWhy() {
    Notifying notifying = new Notifying();
    Mailing.addressOf(notifying.centre);

    UUID id =
        UUID.fromString(
            Notifying.submit(
                    notifying.ehr, Notifying.newKey(), Notifying.json(Notifying.confirmed()))
                .path("id"));
    Mailing.afterSeveralPolls();

    UUID mail = Mailing.mailsAbout(id).get(0);
    assertEquals("WAITING", Mailing.state(mail));
    assertEquals("0", Mailing.column(mail, "attempts"));
    get("/q/health/ready").then().statusCode(200);
    get("/q/health/well")
        .then()
        .statusCode(503)
        .body(
            "checks.find { it.name.contains('mail') }.data.notConfigured",
            equalTo("quarkus.mailer.host"));
  }
}
