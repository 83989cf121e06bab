package org.openhersys.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassArchiveTest {
  /** A program that is packaged. */
  static final class Greeting {
    private Greeting() {}

    public static void main(String[] arguments) {
      System.out.println("konnichiwa");
    }
  }

  private static final Duration LONG_LIFE = Duration.ofMinutes(1);

  @TempDir Path directory;
  private Path jar;

  @BeforeEach
  void packageIt() throws IOException {
    jar = directory.resolve("greeting.jar");
    String entry = Greeting.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream code = Greeting.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      code.transferTo(out);
    }
  }

  @Test
  void whatTheFirstRunHasLoadedTheNextOneFindsThere() throws Exception {
    ClassArchive archive = ClassArchive.of(jar);
    assertEquals("konnichiwa\n", run(archive.options(true)));
    archive.ended(0, LONG_LIFE);

    List<String> options = new ArrayList<>(ClassArchive.of(jar).options(true));
    assertEquals("konnichiwa\n", run(options));
    options.add("-Xlog:class+load");
    String loaded = run(options);

    assertTrue(loaded.contains("Greeting source: shared objects file"), loaded);
  }

  @Test
  void onePackagedAnewGetsAnotherAndWhatFitsNoLongerIsIgnoredWithoutAWord() throws Exception {
    ClassArchive archive = ClassArchive.of(jar);
    run(archive.options(true));
    archive.ended(128 + 15, LONG_LIFE);
    Path stale = onlyArchive();

    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    List<String> options = ClassArchive.of(jar).options(true);

    assertFalse(options.toString().contains(stale.toString()), options::toString);
    assertEquals("konnichiwa\n", run(archive.options(true)));
    Files.delete(stale);
    Files.writeString(stale, "what the JVM of another version has written");
    assertEquals("konnichiwa\n", run(archive.options(true)));
  }

  @Test
  void whatEndsAmidItsStartLeavesNone() throws Exception {
    ClassArchive archive = ClassArchive.of(jar);
    List<String> options = archive.options(true);
    run(options);

    archive.ended(128 + 2, Duration.ofSeconds(2));

    assertEquals(List.of(), archives());
    assertEquals(options, ClassArchive.of(jar).options(true));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 128 + 6, 128 + 9, 128 + 11})
  void whatWasNotWrittenToItsEndIsNeverUsed(int exitStatus) throws Exception {
    ClassArchive archive = ClassArchive.of(jar);
    List<String> options = archive.options(true);
    run(options);

    archive.ended(exitStatus, LONG_LIFE);

    assertEquals(List.of(), archives());
    assertEquals(options, ClassArchive.of(jar).options(true));
  }

  @Test
  void whoIsKilledOrCannotStartKeepsItAndWhoCrashesWithItStartsWithoutIt() throws Exception {
    ClassArchive archive = ClassArchive.of(jar);
    List<String> making = archive.options(true);
    run(making);
    archive.ended(128 + 2, LONG_LIFE);
    List<String> using = archive.options(true);

    archive.ended(128 + 9, LONG_LIFE);
    archive.ended(1, LONG_LIFE);
    assertEquals(using, archive.options(true));
    archive.ended(128 + 6, LONG_LIFE);

    assertNotEquals(using, making);
    assertEquals(making, archive.options(true));
  }

  @Test
  void whoMayNotMakeOneStartsAsEver() {
    assertEquals(List.of(), ClassArchive.of(jar).options(false));
  }

  @Test
  void aMissingJarIsLeftToTheJvmToTell() {
    Path missing = directory.resolve("gone/greeting.jar");

    assertEquals(List.of(), ClassArchive.of(missing).options(true));
  }

  @Test
  void whatAKilledLauncherHasLeftIsRemoved() throws Exception {
    Files.writeString(directory.resolve("classes-00000000.jsa.1.new"), "the beginning of one");

    ClassArchive.of(jar).options(true);

    assertEquals(List.of(), archives());
  }

  private String run(List<String> options) throws Exception {
    ProcessBuilder command = JavaCommand.of();
    command.command().addAll(options);
    command.command().addAll(List.of("-cp", jar.toString(), Greeting.class.getName()));
    Process process = command.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }

  private Path onlyArchive() throws IOException {
    assertEquals(1, archives().size());
    return archives().get(0);
  }

  /** Drafts too. */
  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> !file.equals(jar)).toList();
    }
  }
}
