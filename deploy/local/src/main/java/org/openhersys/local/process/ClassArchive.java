package org.openhersys.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The classes that a program has loaded, written down by its JVM when it ends (class data sharing),
 * so that its next starts need not read and verify them.
 *
 * <p>It stands beside the program's jar. Its name holds for which JVM and which packaging it is, so
 * another one is made after an update. The JVM looks as well whether it fits, and starts without it
 * when it does not. What is not whole the JVM does not notice (17 ends with SIGBUS): so it is
 * written under another name, and takes its own only once its writer has ended as it should.
 */
public final class ClassArchive {
  /** What is added to the number of the signal that ended a process. */
  private static final int SIGNAL = 128;

  private static final int KILLED = SIGNAL + 9;

  /** What ends sooner may have ended amid its start. */
  private static final Duration ALL_IS_LOADED = Duration.ofSeconds(20);

  /** By itself, interrupted, terminated. */
  private static final Set<Integer> IN_ORDER = Set.of(0, SIGNAL + 2, SIGNAL + 15);

  /** A JVM that cannot use or write it says so for each class; nobody has to do anything. */
  private static final String SILENT = "-Xlog:cds*=off";

  private static final String DRAFT = ".new";

  private final Path file;
  private final Path draft;

  private ClassArchive(Path file, Path draft) {
    this.file = file;
    this.draft = draft;
  }

  /** The one for this JVM and for the jar as it is now, whether they are there or not. */
  public static ClassArchive of(Path jar) {
    int fit =
        Objects.hash(
            System.getProperty("java.home"),
            System.getProperty("java.vm.version"),
            jar.toFile().lastModified());
    String name = "classes-%08x.jsa".formatted(fit);
    Path place = jar.toAbsolutePath();
    return new ClassArchive(
        place.resolveSibling(name),
        place.resolveSibling(name + "." + ProcessHandle.current().pid() + DRAFT));
  }

  /**
   * What the JVM is started with: to use the archive, or else to make it at its end.
   *
   * @param make whether one may be made; it takes some seconds of processor time at the end
   */
  public List<String> options(boolean make) {
    if (Files.exists(file)) {
      return List.of(SILENT, "-XX:SharedArchiveFile=" + file);
    }
    if (!make || !Files.isWritable(directory())) {
      return List.of();
    }
    removeDrafts();
    return List.of(SILENT, "-XX:ArchiveClassesAtExit=" + draft);
  }

  /**
   * To be told when the JVM that was started so has ended. One that ended as it should leaves a
   * whole archive, which is kept when it has lived long enough to have loaded all; after a crash
   * the next start does without.
   *
   * @param life since its start
   */
  public void ended(int exitStatus, Duration life) {
    try {
      if (IN_ORDER.contains(exitStatus)) {
        if (life.compareTo(ALL_IS_LOADED) < 0) {
          Files.deleteIfExists(draft);
        } else if (Files.exists(draft)) {
          Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return;
      }
      Files.deleteIfExists(draft);
      if (exitStatus > SIGNAL && exitStatus != KILLED) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The next start is no faster; that is all.
    }
  }

  /** What launchers have left that were killed; and if one still writes, it does so in vain. */
  private void removeDrafts() {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(directory(), "*.jsa.*" + DRAFT)) {
      for (Path old : drafts) {
        Files.deleteIfExists(old);
      }
    } catch (IOException e) {
      // They take room; that is all.
    }
  }

  private Path directory() {
    return Objects.requireNonNull(file.getParent());
  }
}
