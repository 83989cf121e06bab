package org.openhersys.local.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openhersys.local.RunningLauncher;

/** What is killed. */
enum Victim {
  NOTIFICATION("notification-service"),
  CASE_TRACKING("case-tracking-service"),
  IDENTITY("identity-service"),
  POSTGRES("postgres"),
  /** One of the server's processes, whereupon it ends all of them and recovers. */
  POSTGRES_BACKEND("postgres");

  private final String process;

  Victim(String process) {
    this.process = process;
  }

  /**
   * What {@code kill -9} does to it.
   *
   * @return false when it does not run at the moment
   */
  boolean kill(RunningLauncher launcher, RandomGenerator random) {
    ProcessHandle running = launcher.children().get(process);
    if (running == null || !RunningLauncher.runs(running)) {
      return false;
    }
    if (this != POSTGRES_BACKEND) {
      return running.destroyForcibly();
    }
    List<ProcessHandle> backends = new ArrayList<>(running.children().toList());
    return !backends.isEmpty() && backends.get(random.nextInt(backends.size())).destroyForcibly();
  }

  @Override
  public String toString() {
    return this == POSTGRES_BACKEND ? "postgres (a process of it)" : process;
  }
}
