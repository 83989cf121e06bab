package org.openhersys.local.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9." + "a".repeat(300);

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Transcript transcript =
      new Transcript(new PrintStream(written, true, StandardCharsets.UTF_8));

  @Test
  void passwordsAndSeedsAreMasked() {
    transcript.exchange(
        exchange(
            Request.postJson("/x", Map.of("loginId", "kakuu", "password", "hidden-word")),
            "{\"secret\":\"JBSWY3DPEHPK3PXP\",\"otpauthUri\":\"otpauth://totp/hidden\"}"));

    String text = text();
    assertTrue(text.contains("kakuu"));
    assertFalse(text.contains("hidden"));
    assertFalse(text.contains("JBSWY3DPEHPK3PXP"));
  }

  @Test
  void aChangeOfThePasswordShowsNeither() {
    transcript.exchange(
        exchange(
            Request.postJson(
                "/x", Map.of("currentPassword", "hidden-word", "newPassword", "hidden-words")),
            "{}"));

    assertFalse(text().contains("hidden"));
  }

  @Test
  void recoveryCodesAndPicturesOfASeedAreMasked() {
    transcript.exchange(
        exchange(
            Request.postJson("/x", Map.of("loginId", "kakuu", "recoveryCode", "HIDE-THIS-CODE")),
            """
            {"qrCodePng": "hidden-picture", "qrCodeSvg": "<svg hidden-picture", "recoveryCodes": ["HIDE-THIS-LIST"]}
            """));

    String text = text();
    assertTrue(text.contains("kakuu"));
    assertFalse(text.contains("hidden-picture"));
    assertFalse(text.contains("HIDE-THIS"));
  }

  @Test
  void tokensAreShortenedWhereverTheyStand() {
    transcript.exchange(
        exchange(
            Request.postForm("/x?cursor=" + TOKEN, Map.of("client_assertion", TOKEN)).as(TOKEN),
            "{\"access_token\":\"" + TOKEN + "\"}"));

    assertFalse(text().contains(TOKEN.substring(0, 60)));
  }

  @Test
  void whatPeopleReadStaysWhole() {
    String id = "0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6a";

    assertEquals("/api/v1/cases/" + id, Transcript.shorten("/api/v1/cases/" + id));
    assertEquals("札幌市見本区架空1-2-3".repeat(9), Transcript.shorten("札幌市見本区架空1-2-3".repeat(9)));
  }

  private static Exchange exchange(Request request, String body) {
    return new Exchange(
        request, 200, HttpHeaders.of(Map.of(), (a, b) -> true), body, Duration.ofMillis(3));
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
