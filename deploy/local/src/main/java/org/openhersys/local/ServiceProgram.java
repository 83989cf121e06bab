package org.openhersys.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openhersys.local.process.ClassArchive;
import org.openhersys.local.process.JavaCommand;
import org.openhersys.local.process.Program;

/** A packaged service as it is started here. */
final class ServiceProgram implements Program {
  private final Path jar;
  private final Map<String, String> settings;
  private final boolean archiving;

  private volatile @Nullable ClassArchive archive;

  /**
   * @param archiving whether it may write down at its end what makes later starts faster
   */
  ServiceProgram(Path jar, Map<String, String> settings, boolean archiving) {
    this.jar = jar;
    this.settings = settings;
    this.archiving = archiving;
  }

  @Override
  public ProcessBuilder command() {
    ClassArchive current = ClassArchive.of(jar);
    archive = current;
    ProcessBuilder command = JavaCommand.of("-Xms64m", "-Xmx512m");
    command.command().addAll(current.options(archiving));
    command.command().add("-jar");
    command.command().add(jar.toString());
    command.environment().putAll(settings);
    return command;
  }

  @Override
  public void ended(int exitStatus, Duration life) {
    ClassArchive current = archive;
    if (current != null) {
      current.ended(exitStatus, life);
    }
  }
}
