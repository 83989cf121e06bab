package org.openhersys.api.json;

import java.util.ArrayList;
import java.util.List;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;

/**
 * A request body: what was sent and what it was read as. Not to be parsed, unknown or duplicate
 * fields and wrong JSON types never get here: they were answered 400.
 *
 * @param raw the bytes as they came, for the idempotency fingerprint
 * @param value the record; a field that was unreadable is null in it
 * @param findings the unreadable fields
 */
public record Body<T>(byte[] raw, T value, List<Finding> findings) {

  /**
   * The value, when every field could be read.
   *
   * @throws ProblemException 422 with all unreadable fields
   */
  public T valid() {
    return valid(List.of());
  }

  /**
   * The value, when every field could be read and the rules found nothing either.
   *
   * @throws ProblemException 422 with all findings at once
   */
  public T valid(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    more.stream()
        .filter(f -> findings.stream().noneMatch(own -> own.pointer().equals(f.pointer())))
        .forEach(all::add);
    if (!all.isEmpty()) {
      throw ProblemException.invalidContent(all);
    }
    return value;
  }
}
