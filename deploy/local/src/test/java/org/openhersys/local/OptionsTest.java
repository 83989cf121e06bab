package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Path ROOT = Path.of("/checkout");

  @Test
  void withoutOptionsTheDefaultsHold() {
    Options options = parse(Map.of());

    assertEquals(Ports.DEFAULT, options.ports());
    assertEquals(Path.of("/checkout/deploy/local/data"), options.data());
    assertTrue(options.smtp().isOwn());
    assertTrue(options.demo());
    assertFalse(options.fresh());
    assertFalse(options.exit());
  }

  @Test
  void theCommandLineWinsOverTheEnvironment() {
    Map<String, String> environment =
        Map.of("OPENHERSYS_PORT", "9000", "OPENHERSYS_CASE_TRACKING_PORT", "9003");

    Options options = parse(environment, "--port", "9100", "--no-demo", "--exit");

    assertEquals(9100, options.ports().proxy());
    assertEquals(9003, options.ports().caseTracking());
    assertFalse(options.demo());
    assertTrue(options.exit());
  }

  @Test
  void unknownOptionsAndUnusableValuesAreRefused() {
    assertThrows(CannotStart.class, () -> parse(Map.of(), "--verbose"));
    assertThrows(CannotStart.class, () -> parse(Map.of(), "--port"));
    assertThrows(CannotStart.class, () -> parse(Map.of(), "--port", "70000"));
    assertThrows(CannotStart.class, () -> parse(Map.of("OPENHERSYS_PORT", "eighty")));
  }

  @Test
  void anotherMailServerIsNamedByTheEnvironment() {
    Options submission = parse(Map.of("OPENHERSYS_SMTP_HOST", "smtp.mihon.invalid"));
    Options relay =
        parse(Map.of("OPENHERSYS_SMTP_HOST", "smtp.mihon.invalid", "OPENHERSYS_SMTP_PORT", "25"));

    assertFalse(submission.smtp().isOwn());
    assertEquals("smtp.mihon.invalid:587", submission.smtp().toString());
    assertEquals("smtp.mihon.invalid:25", relay.smtp().toString());
  }

  @Test
  void twoListenersCannotShareAPort() {
    assertThrows(CannotStart.class, () -> parse(Map.of(), "--port", "8081"));
  }

  private static Options parse(Map<String, String> environment, String... arguments) {
    return Options.parse(ROOT, List.of(arguments), environment);
  }
}
