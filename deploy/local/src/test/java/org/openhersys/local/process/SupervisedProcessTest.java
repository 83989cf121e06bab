package org.openhersys.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {
  @TempDir Path directory;
  private final List<String> news = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> ends = Collections.synchronizedList(new ArrayList<>());
  private final Program program =
      new Program() {
        @Override
        public ProcessBuilder command() {
          return new ProcessBuilder("sleep", "300");
        }

        @Override
        public void ended(int exitStatus, Duration life) {
          ends.add(exitStatus);
        }
      };
  private Path records;
  private SupervisedProcess supervised;

  @BeforeEach
  void start() {
    records = directory.resolve("processes");
    supervised =
        new SupervisedProcess(
            "sleeper", program, directory.resolve("log"), ProcessRecords.begin(records), news::add);
    supervised.start();
  }

  @AfterEach
  void stop() {
    supervised.stop();
  }

  @Test
  void aKilledProcessIsStartedAgain() throws Exception {
    ProcessHandle first = running();

    first.destroyForcibly();
    while (ProcessRecords.ofLastLauncher(records).get(0).pid() == first.pid()) {
      Thread.sleep(20);
    }

    assertNotEquals(first.pid(), running().pid());
    assertEquals(1, news.size());
    assertEquals(List.of(128 + 9), ends);
  }

  @Test
  void aStoppedProcessStaysStopped() throws Exception {
    ProcessHandle first = running();

    supervised.stop();
    Thread.sleep(600);

    assertFalse(first.isAlive());
    assertTrue(ProcessRecords.ofLastLauncher(records).isEmpty());
    assertTrue(news.isEmpty());
    assertEquals(List.of(128 + 15), ends);
  }

  private ProcessHandle running() {
    return ProcessRecords.ofLastLauncher(records).get(0).running().orElseThrow();
  }
}
