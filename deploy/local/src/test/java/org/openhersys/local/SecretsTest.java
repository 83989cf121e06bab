package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path directory;

  @Test
  void secretsAreMadeOnceAndKept() {
    Path file = directory.resolve("secrets.json");

    Secrets first = Secrets.in(file);
    Secrets second = Secrets.in(file);

    assertEquals(first, second);
    assertEquals(32, Base64.getDecoder().decode(first.secretsKey()).length);
  }

  @Test
  void whatAFileOfAnEarlierVersionLacksIsMadeAndTheRestIsKept() throws Exception {
    Path file = directory.resolve("secrets.json");
    Secrets first = Secrets.in(file);
    Files.writeString(file, Files.readString(file).replaceFirst("(?m)^ *\"mailer\".*\\R", ""));

    Secrets completed = Secrets.in(file);

    assertNotEquals(first.mailer(), completed.mailer());
    assertEquals(first.superuser(), completed.superuser());
    assertEquals(first.secretsKey(), completed.secretsKey());
    assertEquals(completed, Secrets.in(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void onlyTheirOwnerMayReadThem() throws Exception {
    Path file = directory.resolve("secrets.json");

    Secrets.in(file);

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void theyDoNotAppearInLogs() {
    Secrets secrets = Secrets.in(directory.resolve("secrets.json"));

    assertFalse(secrets.toString().contains(secrets.superuser()));
  }
}
