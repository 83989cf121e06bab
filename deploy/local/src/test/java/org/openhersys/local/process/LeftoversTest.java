package org.openhersys.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  @TempDir Path directory;
  private Path file;
  private Process process;

  @BeforeEach
  void startSomething() throws IOException {
    file = directory.resolve("processes");
    process = new ProcessBuilder("sleep", "300").start();
  }

  @AfterEach
  void stopIt() {
    process.destroyForcibly();
  }

  @Test
  void whatTheLastLauncherLeftIsStopped() throws Exception {
    ProcessRecords.begin(file).put("service", process.toHandle());

    List<String> stopped = Leftovers.stop(file);

    assertEquals(List.of("service"), stopped);
    assertTrue(process.waitFor(1, TimeUnit.SECONDS));
  }

  @Test
  void aForeignProcessWithARecordedIdIsLeftAlone() throws Exception {
    Instant longAgo = Instant.now().minusSeconds(3600);
    Files.writeString(
        file,
        "launcher 1 0\n" + new ProcessRecord("service", process.pid(), longAgo).line() + "\n");

    List<String> stopped = Leftovers.stop(file);

    assertEquals(List.of(), stopped);
    assertTrue(process.isAlive());
  }

  @Test
  void aGuardLeavesAloneWhatALaterLauncherHasStarted() {
    ProcessRecords.begin(file).put("service", process.toHandle());
    long earlierLauncher = ProcessHandle.current().pid() + 1;

    List<String> stopped = Leftovers.stopThoseOf(file, earlierLauncher);

    assertEquals(List.of(), stopped);
    assertTrue(process.isAlive());
  }

  @Test
  void theGuardStopsEverythingWhenTheLauncherIsGone() throws Exception {
    ProcessRecords.begin(file).put("service", process.toHandle());
    Process guard = Guard.command(file).start();

    guard.getOutputStream().close();

    assertTrue(guard.waitFor(30, TimeUnit.SECONDS));
    assertFalse(process.isAlive());
  }

  @Test
  void withoutARecordThereIsNothingToStop() {
    assertEquals(List.of(), Leftovers.stop(file));
  }
}
