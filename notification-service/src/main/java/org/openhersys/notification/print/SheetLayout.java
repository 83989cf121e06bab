package org.openhersys.notification.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where everything of a sheet stands: content streams of A4 pages (ISO 32000-1, 8 and 9), lengths
 * in points from the lower left corner. A row is a box with number, label and value side by side;
 * one that is longer than what is left of a page goes on at the top of the next.
 */
final class SheetLayout {
  /** The name of the font among the resources of a page. */
  static final String FONT = "F";

  private static final int LEFT = 42;
  private static final int LABEL = 68;
  private static final int VALUE = 236;
  private static final int RIGHT = 553;
  private static final int TOP = 800;
  private static final int BOTTOM = 52;
  private static final int FOOT = 30;
  private static final double SIZE = 9;
  private static final double TITLE_SIZE = 13;
  private static final double NOTE_SIZE = 8;
  private static final double LINE = 13;
  private static final double PADDING = 3;

  private final PrintedFont font;
  private final List<StringBuilder> pages = new ArrayList<>();
  private double y;

  SheetLayout(PrintedFont font) {
    this.font = font;
  }

  /** The content of each page. */
  List<String> pages(PrintedSheet sheet) {
    turn();
    y -= TITLE_SIZE;
    text(LEFT, TITLE_SIZE, Characters.of(sheet.title()));
    y -= PADDING;
    for (List<String> line : lines(sheet.note(), RIGHT - LEFT, NOTE_SIZE)) {
      y -= LINE;
      text(LEFT, NOTE_SIZE, line);
    }
    y -= LINE;
    sheet.head().forEach(this::row);
    y -= LINE;
    sheet.items().forEach(this::row);
    return feet(sheet.foot());
  }

  private void row(PrintedRow row) {
    List<List<String>> labels = lines(row.label(), VALUE - LABEL - 2 * PADDING, SIZE);
    List<List<String>> values = lines(row.value(), RIGHT - VALUE - 2 * PADDING, SIZE);
    int lines = Math.max(labels.size(), values.size());
    int set = 0;
    while (set < lines) {
      int fitting = (int) ((y - BOTTOM - 2 * PADDING) / LINE);
      if (fitting < 1) {
        turn();
        continue;
      }
      int end = Math.min(lines, set + fitting);
      double top = y;
      y -= PADDING;
      for (int line = set; line < end; line++) {
        y -= LINE;
        set(row, line, labels, values);
      }
      y -= PADDING;
      box(top, y);
      set = end;
    }
  }

  private void set(PrintedRow row, int line, List<List<String>> labels, List<List<String>> values) {
    if (line == 0) {
      text(LEFT + PADDING, SIZE, Characters.of(row.number()));
    }
    if (line < labels.size()) {
      text(LABEL + PADDING, SIZE, labels.get(line));
    }
    if (line < values.size()) {
      text(VALUE + PADDING, SIZE, values.get(line));
    }
  }

  private void turn() {
    pages.add(new StringBuilder("0.5 w\n"));
    y = TOP;
  }

  private List<String> feet(String foot) {
    for (int page = 0; page < pages.size(); page++) {
      String text = "%s　%d／%dページ".formatted(foot, page + 1, pages.size());
      write(pages.get(page), LEFT, FOOT, NOTE_SIZE, Characters.of(text));
    }
    return pages.stream().map(StringBuilder::toString).toList();
  }

  private List<List<String>> lines(String text, double width, double size) {
    return Lines.of(text, font::advance, (int) (width / size * Typeface.EM));
  }

  private void text(double x, double size, List<String> characters) {
    write(pages.get(pages.size() - 1), x, y + PADDING, size, characters);
  }

  private void write(
      StringBuilder page, double x, double baseline, double size, List<String> characters) {
    if (!characters.isEmpty()) {
      page.append(
          String.format(
              Locale.ROOT,
              "BT /%s %.1f Tf %.1f %.1f Td %s Tj ET\n",
              FONT,
              size,
              x,
              baseline,
              font.encoded(characters)));
    }
  }

  private void box(double top, double bottom) {
    StringBuilder page = pages.get(pages.size() - 1);
    page.append(
        String.format(
            Locale.ROOT, "%d %.1f %d %.1f re S\n", LEFT, bottom, RIGHT - LEFT, top - bottom));
    for (int x : new int[] {LABEL, VALUE}) {
      page.append(String.format(Locale.ROOT, "%d %.1f m %d %.1f l S\n", x, top, x, bottom));
    }
  }
}
