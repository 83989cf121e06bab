package org.openhersys.api.testing.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final Legend LEGEND = new Legend(Map.of("医師", "PHYSICIAN", "匿名", Legend.NOBODY));
  private static final String DOCUMENT =
      """
      # A service 見本
      ## Who is admitted 役割
      | operation | 匿名 | 医師 |
      |-----------|------|------|
      | `readIt`  | 401  | 200  |
      | listThem  | 401  | ·    |

      | column | who |
      |--------|-----|
      | owner  | not a table of operations |

      ### A thing 物
      | operation | owner 持主 | stranger |
      |---|---|---|
      | readIt | 200 | 404 |
      | listThem | 200 ∅ | 403 |
      """;

  @Test
  void tablesAreReadWithTheirHeadingsCallersAndCells() {
    Matrix matrix = Matrix.read(DOCUMENT, LEGEND);

    assertEquals(List.of("nobody", "PHYSICIAN"), matrix.admission().callers());
    assertEquals("Who is admitted", matrix.admission().subject());
    Table thing = matrix.relations().get(0);
    assertEquals(
        new Table(
            "A thing",
            List.of("owner", "stranger"),
            Map.of(
                "readIt",
                List.of(new Expected(200, false, false), new Expected(404, false, true)),
                "listThem",
                List.of(new Expected(200, true, false), new Expected(403, false, true)))),
        thing);
  }

  @Test
  void aRefusalForTheRoleIsNotOnRecord() {
    assertEquals(new Expected(403, false, false), Expected.written("·"));
    assertEquals(new Expected(403, false, true), Expected.written("403"));
  }

  @Test
  void whatIsNoStatusIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Expected.written("yes"));
    assertThrows(IllegalArgumentException.class, () -> Expected.written(""));
  }

  @Test
  void aRowWithACellTooFewOrTwiceIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Table.read(DOCUMENT.replace("| 200 | 404 |", "| 200 |")));
    assertThrows(
        IllegalArgumentException.class,
        () -> Table.read(DOCUMENT.replace("| listThem | 200 ∅", "| readIt | 200 ∅")));
  }

  @Test
  void anOperationThatStandsNowhereIsAFault() {
    Set<String> faults = faults(Set.of("readIt", "listThem", "changeIt"), Set.of("changeIt"));

    assertEquals(
        Set.of(
            "changeIt has no row in \"Who is admitted\"",
            "changeIt stands in no table of what it is about"),
        faults);
  }

  @Test
  void anOperationThatTheContractDoesNotHaveIsAFault() {
    Set<String> faults = faults(Set.of("readIt"), Set.of());

    assertEquals(
        Set.of(
            "listThem of \"Who is admitted\" is not in the contract",
            "listThem of \"A thing\" is not in the contract"),
        faults);
  }

  @Test
  void everybodyHasAColumn() {
    List<String> faults = Matrix.read(DOCUMENT, LEGEND).faults(Set.of(), Set.of());

    assertEquals(
        Set.of("CLERK has no column in \"Who is admitted\""),
        faults.stream().filter(fault -> fault.startsWith("CLERK")).collect(Collectors.toSet()));
  }

  /** Without those about columns. */
  private static Set<String> faults(Set<String> operations, Set<String> ofOneThing) {
    return Matrix.read(DOCUMENT, LEGEND).faults(operations, ofOneThing).stream()
        .filter(fault -> !fault.contains("has no column"))
        .collect(Collectors.toSet());
  }
}
