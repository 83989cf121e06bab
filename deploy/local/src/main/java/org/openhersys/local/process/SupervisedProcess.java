package org.openhersys.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A child process that is started again whenever it ends, until it is stopped. It is recorded while
 * it runs. Its output goes to its log.
 */
public final class SupervisedProcess {
  private final String name;
  private final Program program;
  private final Path log;
  private final ProcessRecords records;
  private final Consumer<String> news;
  private final Backoff backoff = new Backoff();

  private @Nullable Process process;
  private CompletableFuture<Void> seenOff = CompletableFuture.completedFuture(null);
  private Instant startedAt = Instant.EPOCH;
  private boolean stopped;

  /**
   * @param news is told when the process ended and will be started again
   */
  public SupervisedProcess(
      String name, Program program, Path log, ProcessRecords records, Consumer<String> news) {
    this.name = name;
    this.program = program;
    this.log = log;
    this.records = records;
    this.news = news;
  }

  /** Starts the process, unless it was stopped for good. */
  public synchronized void start() {
    if (stopped) {
      return;
    }
    try {
      startedAt = Instant.now();
      process =
          program
              .command()
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    records.put(name, process.toHandle());
    seenOff = process.onExit().thenAccept(this::startAgain);
  }

  /** Stops the process for good and waits for its end. */
  public void stop() {
    Process running;
    CompletableFuture<Void> end;
    synchronized (this) {
      stopped = true;
      running = process;
      end = seenOff;
    }
    if (running != null) {
      Leftovers.end(running.toHandle());
      // The system tells of an end a moment later; one that cannot be killed is not waited for.
      end.completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
      records.remove(name);
    }
  }

  public String name() {
    return name;
  }

  /** Where its output goes. */
  public Path log() {
    return log;
  }

  /** How many times in a row it ended soon after its start. */
  public synchronized int earlyEnds() {
    return backoff.earlyEnds();
  }

  private synchronized void startAgain(Process ended) {
    Duration life = Duration.between(startedAt, Instant.now());
    program.ended(ended.exitValue(), life);
    if (stopped) {
      return;
    }
    Duration wait = backoff.afterLifeOf(life);
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> startAfter(ended.exitValue()));
  }

  /** An interrupt reaches the children as well: by now it is known whether it was one. */
  private synchronized void startAfter(int exitStatus) {
    if (!stopped) {
      news.accept(
          "%s ended (exit status %d) and is started again. Log: %s"
              .formatted(name, exitStatus, log));
      start();
    }
  }
}
