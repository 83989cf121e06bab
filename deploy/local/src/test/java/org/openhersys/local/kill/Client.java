package org.openhersys.local.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openhersys.local.RunningSystem;

/**
 * Notifies people, and has them confirmed, followed up and handed over: some courses of care at a
 * time, what comes next drawn at random. Nothing is done that is not in its journal first, and
 * whatever stands there without an answer is asked for again until it has one, by its successor
 * when it is killed itself.
 */
final class Client implements Participant {
  private static final int COURSES_AT_A_TIME = 3;
  private static final int EVERY_SO_OFTEN = 25;
  private static final int LONGEST_REST = 60;

  private final Journal journal;
  private final Sender sender;
  private final NextIntent next;
  private final Random random;
  private final Figures figures;
  private final Map<String, Course> courses = new LinkedHashMap<>();
  private volatile long lastServed = System.nanoTime();

  /**
   * @param file its journal, or that of whom it succeeds
   * @param takerId the centre that is asked to take cases over
   */
  Client(RunningSystem system, Path file, String takerId, Random random, Figures figures) {
    this.journal = new Journal(file);
    this.sender = new Sender(system, figures);
    this.next = new NextIntent(sender, takerId);
    this.random = random;
    this.figures = figures;
  }

  /** When the last attempt began that was acknowledged, of {@link System#nanoTime}. */
  long lastServed() {
    return lastServed;
  }

  @Override
  public void resume() {
    for (Journal.Entry entry : journal.entries()) {
      if (entry.isAcknowledged()) {
        remember(entry.intent(), entry.answer());
      } else {
        settle(entry.intent(), true);
      }
    }
  }

  @Override
  public void step() {
    if (random.nextInt(EVERY_SO_OFTEN) == 0) {
      sender.forgetTokens();
    }
    List<Course> open =
        courses.values().stream().filter(course -> !course.possible().isEmpty()).toList();
    if (open.isEmpty() || (open.size() < COURSES_AT_A_TIME && random.nextBoolean())) {
      begin(next.submission(random));
    } else {
      Course course = open.get(random.nextInt(open.size()));
      List<Deed> possible = course.possible();
      next.of(course, possible.get(random.nextInt(possible.size()))).ifPresent(this::begin);
    }
  }

  @Override
  public Duration rest() {
    return Duration.ofMillis(random.nextInt(LONGEST_REST));
  }

  private void begin(Intent intent) {
    journal.intend(intent);
    settle(intent, false);
  }

  /**
   * @param again whether it may have been sent before
   */
  private void settle(Intent intent, boolean again) {
    Sender.Answered answered = sender.send(intent.deed().actor(), intent.request());
    boolean retried = again || answered.attempts() > 1;
    JsonNode answer = acknowledgement(intent, answered, retried);
    journal.acknowledged(intent.key(), answer);
    lastServed = answered.begun();
    if (retried) {
      figures.retried();
    }
    remember(intent, answer);
  }

  /** The answer; or, where a repetition is refused because it was done, what was made of it. */
  private JsonNode acknowledgement(Intent intent, Sender.Answered answered, boolean retried) {
    int status = answered.exchange().status();
    if (status / 100 == 2) {
      return answered.exchange().json();
    }
    IllegalStateException refused =
        new IllegalStateException(intent + " was answered " + answered.exchange());
    if (!retried || intent.deed().isKeyed() || !List.of(409, 412).contains(status)) {
      throw refused;
    }
    return next.seen(intent).orElseThrow(() -> refused);
  }

  private void remember(Intent intent, JsonNode answer) {
    courses.computeIfAbsent(intent.course(), Course::new).acknowledged(intent.deed(), answer);
  }

  @Override
  public List<Journal.Entry> entries() {
    return new ArrayList<>(journal.entries());
  }
}
