package org.openhersys.identity.directory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

/**
 * The file as it was read (RFC 4180).
 *
 * @param findings what is wrong with its header, or with the shape of a row
 */
record ImportFile(List<ImportRow> rows, List<Finding> findings) {
  static final int MOST_ROWS = 50_000;

  /**
   * @throws ProblemException 400 when it is no CSV; 413 with too many rows
   */
  static ImportFile read(String text) {
    List<ImportRow> rows = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    try {
      List<@Nullable Column> columns = null;
      for (CsvRecord line : records(text)) {
        if (columns == null) {
          columns = header(line, findings);
        } else if (line.getFieldCount() != columns.size()) {
          findings.add(wrongCount(line, columns.size()));
        } else {
          rows.add(row(line, columns));
          requireBounded(rows);
        }
      }
      if (columns == null) {
        findings.addAll(missing(Set.of()));
      }
    } catch (CsvParseException notCsv) {
      throw ProblemException.malformed(
          "",
          "CSV_UNREADABLE",
          "CSVとして読み取れません。引用符の対応を確かめてください",
          "Not CSV; look at the quotation marks");
    }
    return new ImportFile(rows, findings);
  }

  private static CsvReader<CsvRecord> records(String text) {
    return CsvReader.builder()
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .allowExtraCharsAfterClosingQuote(false)
        .ofCsvRecord(text);
  }

  // A column that is unknown or stands twice is null.
  private static List<@Nullable Column> header(CsvRecord line, List<Finding> findings) {
    List<@Nullable Column> columns = new ArrayList<>();
    Set<Column> found = EnumSet.noneOf(Column.class);
    for (String title : line.getFields()) {
      Column column = Column.titled(title.strip()).orElse(null);
      if (column == null) {
        findings.add(
            ofHeader(line, title, "COLUMN_UNKNOWN", "この列はありません", "There is no such column"));
      } else if (!found.add(column)) {
        findings.add(
            ofHeader(line, title, "COLUMN_DUPLICATE", "同じ列が2回あります", "This column stands twice"));
        column = null;
      }
      columns.add(column);
    }
    findings.addAll(missing(found));
    return columns;
  }

  private static List<Finding> missing(Set<Column> found) {
    List<Finding> findings = new ArrayList<>();
    for (Column column : Column.values()) {
      if (!found.contains(column)) {
        findings.add(
            Finding.error(column.at(1), "COLUMN_MISSING", "この列が必要です", "This column is required"));
      }
    }
    return findings;
  }

  private static Finding ofHeader(CsvRecord line, String title, String code, String ja, String en) {
    String safe = title.strip().replace("~", "~0").replace("/", "~1");
    String shown = safe.length() > 40 ? safe.substring(0, 40) : safe;
    return Finding.error("/rows/" + line.getStartingLineNumber() + "/" + shown, code, ja, en);
  }

  private static Finding wrongCount(CsvRecord line, int columns) {
    return Finding.error(
        "/rows/" + line.getStartingLineNumber(),
        "FIELD_COUNT_WRONG",
        "列の数が違います（%d列のところ%d列）".formatted(columns, line.getFieldCount()),
        "%d fields where the header has %d".formatted(line.getFieldCount(), columns));
  }

  private static ImportRow row(CsvRecord line, List<@Nullable Column> columns) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) != null && !line.getField(i).isBlank()) {
        cells.put(columns.get(i), line.getField(i));
      }
    }
    return new ImportRow(line.getStartingLineNumber(), cells);
  }

  private static void requireBounded(List<ImportRow> rows) {
    if (rows.size() > MOST_ROWS) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          List.of(
              Finding.error(
                  "",
                  "ROWS_TOO_MANY",
                  "一度に登録できるのは%d行までです".formatted(MOST_ROWS),
                  "At most %d rows at once".formatted(MOST_ROWS))));
    }
  }
}
