package org.openhersys.api.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that the service logs meanwhile, at every level, a line each. */
public final class LogCapture extends Handler implements AutoCloseable {
  private static final String MARK = "the log is being read";

  /** The tests' own HTTP client, which logs what it sends. */
  private static final String OF_THE_TEST = "org.apache.http";

  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();

  /** Begins to listen. */
  public LogCapture() {
    setLevel(Level.ALL);
    root.setLevel(Level.ALL);
    root.addHandler(this);
    Logger.getLogger(LogCapture.class.getName()).fine(MARK);
  }

  /**
   * What was logged so far.
   *
   * @throws IllegalStateException when nothing would have been seen
   */
  public String text() {
    // As it is written: a message may have its values apart.
    PatternFormatter form = new PatternFormatter("%c %s%e%n");
    String text = records.stream().map(form::format).collect(Collectors.joining());
    if (!text.contains(MARK)) {
      throw new IllegalStateException("the log was not seen");
    }
    return text;
  }

  @Override
  public void publish(LogRecord logged) {
    if (!String.valueOf(logged.getLoggerName()).startsWith(OF_THE_TEST)) {
      records.add(logged);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(before);
  }
}
