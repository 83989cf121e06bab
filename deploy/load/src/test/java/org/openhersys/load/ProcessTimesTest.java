package org.openhersys.load;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcessTimesTest {
  @Test
  void whatIsUsedInBetweenIsTold(@TempDir Path folder) throws IOException {
    Path processes = folder.resolve("processes");
    Files.writeString(processes, "me " + ProcessHandle.current().pid() + " 0\nended 999999999 0\n");
    ProcessTimes before = ProcessTimes.of(processes);
    while (ProcessTimes.of(processes).since(before).of("me") <= 0) {
      Thread.onSpinWait();
    }

    assertTrue(ProcessTimes.of(processes).of("ended") == 0);
    assertTrue(ProcessTimes.of(processes).since(before).of("me") > 0);
  }

  @Test
  void whatDoesNotRunHasNoProcessId(@TempDir Path folder) {
    ProcessTimes none = ProcessTimes.of(folder.resolve("processes"));

    assertThrows(IllegalStateException.class, () -> none.pid("me"));
  }
}
