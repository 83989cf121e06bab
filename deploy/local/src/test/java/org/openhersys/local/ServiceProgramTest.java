package org.openhersys.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProgramTest {
  @TempDir Path directory;

  @Test
  void itStartsTheJarWithItsSettingsAndLeavesForLaterStartsWhatItLoads() throws Exception {
    Path jar = Files.createFile(directory.resolve("quarkus-run.jar"));
    Map<String, String> settings = Map.of("QUARKUS_DATASOURCE_PASSWORD", "himitsu");

    ProcessBuilder once = new ServiceProgram(jar, settings, false).command();
    ProcessBuilder first = new ServiceProgram(jar, settings, true).command();

    assertEquals(
        List.of("-Xms64m", "-Xmx512m", "-jar", jar.toString()),
        once.command().subList(1, once.command().size()));
    assertTrue(first.command().toString().contains("-XX:ArchiveClassesAtExit=" + directory));
    assertEquals("himitsu", first.environment().get("QUARKUS_DATASOURCE_PASSWORD"));
    assertFalse(first.command().toString().contains("himitsu"));
  }

  @Test
  void anEndInOrderMakesTheNextStartFaster() throws Exception {
    Path jar = Files.createFile(directory.resolve("quarkus-run.jar"));
    ServiceProgram program = new ServiceProgram(jar, Map.of(), true);
    String making =
        program.command().command().stream()
            .filter(option -> option.startsWith("-XX:ArchiveClassesAtExit="))
            .findFirst()
            .orElseThrow();
    Files.writeString(Path.of(making.substring(making.indexOf('=') + 1)), "what it has loaded");

    program.ended(128 + 15, Duration.ofMinutes(1));

    assertTrue(program.command().command().toString().contains("-XX:SharedArchiveFile="));
  }
}
