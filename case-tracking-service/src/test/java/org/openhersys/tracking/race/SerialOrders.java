package org.openhersys.tracking.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what happened at once could have happened one after the other. */
final class SerialOrders {
  private SerialOrders() {}

  /**
   * Whether some order of the moves that were done is legal at each step, ends with the case as it
   * is, and has a place for each refusal.
   */
  static boolean explain(Model begin, List<Move> done, List<Move> refused, Outcome end) {
    return orders(done).stream()
        .map(order -> states(begin, order))
        .flatMap(Optional::stream)
        .anyMatch(
            states ->
                end.is(states.get(states.size() - 1))
                    && refused.stream()
                        .allMatch(
                            move -> states.stream().anyMatch(state -> state.mayRefuse(move))));
  }

  // All states on the way; empty when a move was not legal where it stood.
  private static Optional<List<Model>> states(Model begin, List<Move> order) {
    List<Model> states = new ArrayList<>(List.of(begin));
    for (Move move : order) {
      Optional<Model> next = states.get(states.size() - 1).after(move);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      states.add(next.get());
    }
    return Optional.of(states);
  }

  private static List<List<Move>> orders(List<Move> moves) {
    if (moves.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Move>> orders = new ArrayList<>();
    for (int first = 0; first < moves.size(); first++) {
      List<Move> others = new ArrayList<>(moves);
      Move begins = others.remove(first);
      for (List<Move> rest : orders(others)) {
        List<Move> order = new ArrayList<>(List.of(begins));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }
}
