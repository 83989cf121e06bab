package org.openhersys.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The generator stands for other machines: where the operating system allows it (to root), it has
 * the processor before services and database, and takes from them what it uses. Otherwise it waits
 * among their threads, and sends late just when there is most to do; the report says how late.
 */
final class GeneratorPriority {
  private static final String NICE = "-10";

  private GeneratorPriority() {}

  /**
   * Raises this process; the threads that it starts later follow.
   *
   * @return whether the operating system has allowed it
   */
  static boolean raise() {
    List<String> command = new ArrayList<>(List.of("renice", "-n", NICE, "-p"));
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      threads.map(thread -> thread.getFileName().toString()).forEach(command::add);
      Process renice = new ProcessBuilder(command).redirectErrorStream(true).start();
      renice.getInputStream().readAllBytes();
      return renice.waitFor() == 0;
    } catch (IOException notLinux) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
