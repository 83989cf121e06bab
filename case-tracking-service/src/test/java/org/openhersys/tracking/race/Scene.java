package org.openhersys.tracking.race;

import static org.openhersys.tracking.race.Centre.RECEIVING;
import static org.openhersys.tracking.race.Centre.SECOND;
import static org.openhersys.tracking.race.Centre.SHARING;
import static org.openhersys.tracking.race.Centre.THIRD;
import static org.openhersys.tracking.race.Move.Kind.ACCEPT;
import static org.openhersys.tracking.race.Move.Kind.CANCEL;
import static org.openhersys.tracking.race.Move.Kind.DECLINE;
import static org.openhersys.tracking.race.Move.Kind.RETURN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openhersys.tracking.race.Model.Paper;

/** How a case stands when a race begins, and what is tried then. */
enum Scene {
  /** One centre asked another; what is asked is not assigned at once. */
  REQUESTED(
      RECEIVING,
      List.of(Paper.of(RECEIVING, SECOND, "REQUESTED")),
      List.of(
          Move.of(ACCEPT, SECOND, 0),
          Move.of(DECLINE, SECOND, 0),
          Move.of(CANCEL, RECEIVING, 0),
          Move.expire(0),
          Move.assign(THIRD, 0))),
  /** One centre asked another, which was reminded. */
  REMINDED(
      RECEIVING,
      List.of(Paper.reminded(RECEIVING, SECOND)),
      List.of(
          Move.of(ACCEPT, SECOND, 0),
          Move.of(ACCEPT, SECOND, 0),
          Move.of(DECLINE, SECOND, 0),
          Move.of(CANCEL, RECEIVING, 0),
          Move.expire(0),
          Move.assign(THIRD, 0),
          Move.assign(SECOND, 0))),
  /** A case was taken over, and could be given back. */
  ACCEPTED(
      SECOND,
      List.of(Paper.of(RECEIVING, SECOND, "ACCEPTED")),
      List.of(Move.of(RETURN, SECOND, 0), Move.of(RETURN, SECOND, 0))),
  /** A case was taken over, and its new centre asked a third. */
  OFFERED(
      SECOND,
      List.of(Paper.of(RECEIVING, SECOND, "ACCEPTED"), Paper.reminded(SECOND, THIRD)),
      List.of(
          Move.of(RETURN, SECOND, 0),
          Move.of(RETURN, SECOND, 0),
          Move.of(ACCEPT, THIRD, 1),
          Move.of(DECLINE, THIRD, 1),
          Move.of(CANCEL, SECOND, 1),
          Move.expire(1),
          Move.assign(RECEIVING, 1),
          Move.assign(SHARING, 1))),
  /** The centre that was asked declined. */
  DECLINED(
      RECEIVING,
      List.of(Paper.of(RECEIVING, SECOND, "DECLINED")),
      List.of(Move.assign(THIRD, 0), Move.assign(SECOND, 0), Move.assign(SHARING, 0)));

  private final Centre responsible;
  private final List<Paper> papers;
  private final List<Move> turns;

  Scene(Centre responsible, List<Paper> papers, List<Move> turns) {
    this.responsible = responsible;
    this.papers = papers;
    this.turns = turns;
  }

  Centre responsible() {
    return responsible;
  }

  /**
   * @param sharing the right of the sharing centre, or null
   */
  Model begin(String sharing) {
    Map<Centre, String> shared = sharing == null ? Map.of() : Map.of(SHARING, sharing);
    return Model.of(responsible, shared, papers.toArray(Paper[]::new));
  }

  /** Two to four moves, at least one of which turns a handover; a supplement comes once at most. */
  List<Move> moves(Random random) {
    List<Move> moves = new ArrayList<>();
    moves.add(any(turns, random));
    int others = 1 + random.nextInt(3);
    while (moves.size() <= others) {
      Move move = random.nextBoolean() ? any(turns, random) : besides(random);
      if (!(move.kind() == Move.Kind.SUPPLEMENT && moves.contains(move))) {
        moves.add(move);
      }
    }
    return moves;
  }

  private static Move besides(Random random) {
    Centre actor = any(List.of(Centre.values()), random);
    return switch (random.nextInt(6)) {
      case 0, 1 -> Move.status(actor);
      case 2 -> Move.share(actor, SHARING, any(List.of("READ", "WRITE"), random));
      case 3 -> Move.share(actor, any(List.of(RECEIVING, SECOND, THIRD), random), "WRITE");
      case 4 -> Move.unshare(actor, SHARING);
      default -> Move.supplement();
    };
  }

  private static <T> T any(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
