package org.openhersys.api.testing.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The tables of one service, as they stand in {@code api-spec/authorisation}.
 *
 * @param admission who is admitted to an operation at all, by role
 * @param relations what somebody who is admitted may do with one thing, by what the caller's
 *     organisation has to do with it
 */
record Matrix(Table admission, List<Table> relations) {

  /**
   * @throws IllegalArgumentException when the tables cannot be read
   */
  static Matrix of(String service) {
    return read(text(service + ".md"), Legend.read(text("README.md")));
  }

  static Matrix read(String document, Legend legend) {
    List<Table> tables = Table.read(document);
    Table first = tables.get(0);
    List<String> callers =
        first.callers().stream()
            .map(column -> Objects.requireNonNullElse(legend.callers().get(column), column))
            .toList();
    return new Matrix(
        new Table(first.subject(), callers, first.rows()), tables.subList(1, tables.size()));
  }

  /**
   * What is missing, and what is too much.
   *
   * @param operations all ids of the contract
   * @param ofOneThing those whose path names a thing that is not for everybody
   */
  List<String> faults(Set<String> operations, Set<String> ofOneThing) {
    List<String> faults = new ArrayList<>();
    Legend.everybody().stream()
        .filter(caller -> !admission.callers().contains(caller))
        .forEach(caller -> faults.add(caller + " has no column in \"" + admission.subject() + '"'));
    operations.stream()
        .filter(operation -> !admission.rows().containsKey(operation))
        .forEach(
            operation -> faults.add(operation + " has no row in \"" + admission.subject() + '"'));
    ofOneThing.stream()
        .filter(operation -> relations.stream().noneMatch(t -> t.rows().containsKey(operation)))
        .forEach(operation -> faults.add(operation + " stands in no table of what it is about"));
    tables()
        .forEach(
            table ->
                table.rows().keySet().stream()
                    .filter(operation -> !operations.contains(operation))
                    .map(o -> o + " of \"" + table.subject() + "\" is not in the contract")
                    .forEach(faults::add));
    return faults;
  }

  List<Table> tables() {
    List<Table> all = new ArrayList<>(List.of(admission));
    all.addAll(relations);
    return all;
  }

  private static String text(String file) {
    try (InputStream in = Matrix.class.getResourceAsStream("/authorisation/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(file, failure);
    }
  }
}
