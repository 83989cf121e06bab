package org.openhersys.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept between starts: database, secrets, sample credentials, logs, and the
 * record of running processes. One launcher at a time uses it.
 */
public final class DataDirectory implements AutoCloseable {
  static final String SECRETS = "secrets.json";
  static final String PORTS = "ports.json";
  private static final String LOCK = "launcher.lock";

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens the directory, making it when needed, for this launcher alone.
   *
   * @throws CannotStart when another launcher uses it, or it cannot be written
   */
  public static DataDirectory open(Path path) {
    try {
      PrivateFile.directory(path);
      FileChannel channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new CannotStart("OpenHERSYS already runs with the data in " + path);
      }
      PrivateFile.directory(path.resolve("logs"));
      return new DataDirectory(path, channel, lock);
    } catch (IOException | UncheckedIOException e) {
      throw new CannotStart("The data directory " + path + " cannot be used: " + e, e);
    }
  }

  /** Deletes what earlier starts made here, and nothing else; PostgreSQL's program files stay. */
  public void empty() {
    List.of(database(), secrets(), ports(), credentials(), logs()).forEach(DataDirectory::delete);
    PrivateFile.directory(logs());
  }

  public Path database() {
    return path.resolve("postgres");
  }

  /** PostgreSQL's unpacked program files. */
  public Path programs() {
    return path.resolve("postgres-binaries");
  }

  public Path secrets() {
    return path.resolve(SECRETS);
  }

  /** Where the installation listens, for commands beside it. */
  public Path ports() {
    return path.resolve(PORTS);
  }

  public Path credentials() {
    return path.resolve("credentials.json");
  }

  public Path processes() {
    return path.resolve("processes");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  /** The log of one process. */
  public Path log(String process) {
    return logs().resolve(process + ".log");
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void delete(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
