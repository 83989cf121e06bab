package org.openhersys.local.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.openhersys.local.RunningSystem;

/**
 * Keeps a copy of the cases of a centre by pulling what changed ({@code GET /cases/changes}). Its
 * book holds the copy and the cursor that goes with it.
 */
final class Follower implements Participant {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 40;

  private final Actor actor;
  private final Path book;
  private final Sender sender;
  private Copy copy = new Copy(null, new HashMap<>());
  private boolean more;

  private record Copy(String cursor, Map<String, JsonNode> cases) {}

  Follower(RunningSystem system, Actor actor, Path book, Figures figures) {
    this.actor = actor;
    this.book = book;
    this.sender = new Sender(system, figures);
  }

  @Override
  public synchronized void resume() {
    if (Files.exists(book)) {
      try {
        copy = JSON.readValue(book.toFile(), Copy.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public synchronized void step() {
    String since = copy.cursor() == null ? "" : "&cursor=" + copy.cursor();
    JsonNode page = sender.read(actor, "/api/v1/cases/changes?limit=" + PAGE + since).json();
    for (JsonNode change : page.path("items")) {
      String id = change.path("caseId").asText();
      if (change.path("kind").asText().equals("LEFT")) {
        copy.cases().remove(id);
      } else {
        copy.cases().put(id, change.path("case"));
      }
    }
    boolean news = !page.path("items").isEmpty();
    copy = new Copy(page.path("next").asText(), copy.cases());
    more = page.path("more").asBoolean();
    if (news) {
      keep();
    }
  }

  @Override
  public synchronized Duration rest() {
    return more ? Duration.ZERO : Duration.ofMillis(200);
  }

  /** Its copy, by case. */
  synchronized Map<String, JsonNode> copied() {
    return new TreeMap<>(copy.cases());
  }

  /** What the centre's list holds, by case. */
  Map<String, JsonNode> listed() {
    Map<String, JsonNode> cases = new TreeMap<>();
    JsonNode page = null;
    do {
      String cursor = page == null ? "" : "&cursor=" + page.path("next").asText();
      page = sender.read(actor, "/api/v1/cases?sort=oldest&limit=500" + cursor).json();
      page.path("items").forEach(item -> cases.put(item.path("id").asText(), item));
    } while (page.has("next"));
    return cases;
  }

  /** Puts the copy on disk, whole or not at all. */
  private void keep() {
    Path written = book.resolveSibling(book.getFileName() + ".new");
    try {
      Files.write(written, JSON.writeValueAsBytes(copy));
      try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          written, book, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return actor.name();
  }
}
