package org.openhersys.notification.catalogue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Text;

/**
 * 届出事項: an item of the form.
 *
 * @param pointer JSON pointer (RFC 6901) into the form; {@code *} stands for each entry of a list
 * @param number of the item on 別記様式6-1; null for what stands in its head or beside it
 * @param label what it is called
 * @param least of a number; null for anything else
 * @param most of a number, or what the form has room for: characters of a text, entries of a list;
 *     null where nothing bounds it
 * @param kept characters of a text, entries of a list that are held at most; null for anything else
 * @param or pointer of the item that may stand in its stead in the minimum set; null where none may
 * @param askedOf whom it concerns
 */
public record FormItem(
    String pointer,
    @Nullable String number,
    Text label,
    @Nullable Integer least,
    @Nullable Integer most,
    @Nullable Integer kept,
    @Nullable String or,
    AskedOf askedOf) {

  /** The least of a number. */
  public int atLeast() {
    return Objects.requireNonNull(least);
  }

  /** The most of a number, a text or a list, as the form has it. */
  public int atMost() {
    return Objects.requireNonNull(most);
  }

  /** What is held at most of a text or a list. */
  public int keptAtMost() {
    return Objects.requireNonNull(kept);
  }
}
