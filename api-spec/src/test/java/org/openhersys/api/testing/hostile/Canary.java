package org.openhersys.api.testing.hostile;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * A name and a birth date that nobody has. Attacks carry them wherever people's data could stand;
 * afterwards they must be in no log line and no problem body. Listens to what the service (and its
 * database, which runs beside it) logs meanwhile.
 */
final class Canary extends Handler implements AutoCloseable {
  /** The name; ASCII, so that no encoding hides it. */
  static final String NAME = "Kanariya-Mihon";

  /** The birth date. */
  static final String DATE = "1907-03-11";

  private final Set<String> faults = ConcurrentHashMap.newKeySet();
  private final Formatter form = new PatternFormatter("%c %s%e");
  private final Logger root = Logger.getLogger("");

  private Canary() {
    setLevel(Level.ALL);
  }

  static Canary listening() {
    Canary canary = new Canary();
    canary.root.addHandler(canary);
    return canary;
  }

  static boolean sings(String text) {
    return text.contains(NAME) || text.contains(DATE);
  }

  @Override
  public void publish(LogRecord line) {
    String text = form.format(line);
    if (sings(text)) {
      faults.add("people's data in the log: " + text.lines().limit(3).toList());
    } else if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
      faults.add("logged as an error: " + text.lines().limit(3).map(String::strip).toList());
    }
  }

  /** Lines that should not have been logged. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
