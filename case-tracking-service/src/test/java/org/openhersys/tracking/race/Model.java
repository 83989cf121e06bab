package org.openhersys.tracking.race;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a case should be after each move, as plain as it can be said. Moves are legal with the
 * versions that stood when the race began.
 *
 * @param former centres that gave the case away, but the receiving one, which reads for ever anyway
 * @param shared the right of each centre that shares the case
 * @param shareChanged whether the list of these was changed
 * @param statusBy who set the status, or null
 * @param supplemented whether the institution wrote another revision
 */
record Model(
    Centre responsible,
    Set<Centre> former,
    Map<Centre, String> shared,
    boolean shareChanged,
    List<Paper> papers,
    Centre statusBy,
    boolean supplemented) {

  /**
   * A handover.
   *
   * @param reminded whether its centre was reminded of it before the race began
   * @param turned whether its version is another one than when the race began
   */
  record Paper(Centre from, Centre to, String state, boolean reminded, boolean turned) {
    static Paper of(Centre from, Centre to, String state) {
      return new Paper(from, to, state, false, false);
    }

    static Paper reminded(Centre from, Centre to) {
      return new Paper(from, to, "REQUESTED", true, false);
    }

    boolean is(String... states) {
      return List.of(states).contains(state);
    }

    Paper turnedTo(String next) {
      return new Paper(from, to, next, reminded, true);
    }
  }

  static Model of(Centre responsible, Map<Centre, String> shared, Paper... papers) {
    return new Model(responsible, Set.of(), shared, false, List.of(papers), null, false);
  }

  /** The case after the move; empty when the move is not legal. */
  Optional<Model> after(Move move) {
    return switch (move.kind()) {
      case ACCEPT ->
          when(open(move) && move.actor() == paper(move).to())
              .map(m -> m.moved(paper(move).to()).turned(move, "ACCEPTED"));
      case DECLINE ->
          when(open(move) && move.actor() == paper(move).to()).map(m -> m.turned(move, "DECLINED"));
      case CANCEL ->
          when(open(move) && move.actor() == paper(move).from())
              .map(m -> m.turned(move, "CANCELLED"));
      case EXPIRE -> when(paper(move).is("REQUESTED")).map(m -> m.expired(move));
      case RETURN ->
          when(mayReturn(move)).map(m -> m.moved(paper(move).from()).turned(move, "RETURNED"));
      case ASSIGN ->
          when(mayAssign(move)).map(m -> m.moved(move.target()).turned(move, "ASSIGNED"));
      case STATUS ->
          when(writes(move.actor()) && statusBy == null).map(m -> m.status(move.actor()));
      case SHARE ->
          when(mayShare(move) && move.target() != responsible)
              .map(m -> m.sharing(move.target(), move.right()));
      case UNSHARE ->
          when(mayShare(move) && shared.containsKey(move.target()))
              .map(m -> m.sharing(move.target(), null));
      case SUPPLEMENT -> Optional.of(supplement());
    };
  }

  /**
   * Whether the move may be refused here: it is not legal, or its version is out of date because
   * the expiry was written down meanwhile.
   */
  boolean mayRefuse(Move move) {
    return after(move).isEmpty() || (move.kind() == Move.Kind.ASSIGN && paper(move).is("EXPIRED"));
  }

  /** Who sees the case on which ground, and how. */
  Set<String> grounds() {
    Set<String> grounds = new TreeSet<>();
    grounds.add(Centre.RECEIVING + " RECEIVING READ");
    grounds.add(responsible + " RESPONSIBLE WRITE");
    former.forEach(centre -> grounds.add(centre + " FORMER READ"));
    shared.forEach((centre, right) -> grounds.add(centre + " RELATED " + right));
    return grounds;
  }

  List<String> states() {
    return papers.stream().map(Paper::state).toList();
  }

  private boolean open(Move move) {
    return paper(move).is("REQUESTED") && !paper(move).turned();
  }

  private boolean mayReturn(Move move) {
    Paper paper = paper(move);
    return paper.is("ACCEPTED")
        && !paper.turned()
        && move.actor() == paper.to()
        && responsible == paper.to()
        && noOtherOpen(move);
  }

  private boolean mayAssign(Move move) {
    Paper paper = paper(move);
    return (paper.is("DECLINED", "EXPIRED") || (paper.is("REQUESTED") && paper.reminded()))
        && !paper.turned()
        && responsible == paper.from()
        && move.target() != paper.from()
        && noOtherOpen(move);
  }

  private boolean noOtherOpen(Move move) {
    return papers.stream()
        .filter(paper -> !paper.equals(paper(move)))
        .noneMatch(paper -> paper.is("REQUESTED"));
  }

  private boolean mayShare(Move move) {
    return move.actor() == responsible && !shareChanged;
  }

  private boolean writes(Centre centre) {
    return centre == responsible || "WRITE".equals(shared.get(centre));
  }

  private Paper paper(Move move) {
    return papers.get(move.handover());
  }

  private Optional<Model> when(boolean legal) {
    return legal ? Optional.of(this) : Optional.empty();
  }

  private Model moved(Centre to) {
    Set<Centre> gave = former.isEmpty() ? EnumSet.noneOf(Centre.class) : EnumSet.copyOf(former);
    if (responsible != Centre.RECEIVING) {
      gave.add(responsible);
    }
    return new Model(to, gave, shared, shareChanged, papers, statusBy, supplemented);
  }

  private Model turned(Move move, String state) {
    return with(move, paper(move).turnedTo(state));
  }

  private Model expired(Move move) {
    Paper paper = paper(move);
    return with(
        move, new Paper(paper.from(), paper.to(), "EXPIRED", paper.reminded(), paper.turned()));
  }

  private Model with(Move move, Paper paper) {
    List<Paper> next = new ArrayList<>(papers);
    next.set(move.handover(), paper);
    return new Model(responsible, former, shared, shareChanged, next, statusBy, supplemented);
  }

  private Model status(Centre by) {
    return new Model(responsible, former, shared, shareChanged, papers, by, supplemented);
  }

  // The same right again is no change.
  private Model sharing(Centre target, String right) {
    Map<Centre, String> next = new EnumMap<>(Centre.class);
    next.putAll(shared);
    if (right == null) {
      next.remove(target);
    } else {
      next.put(target, right);
    }
    boolean changed = shareChanged || !next.equals(shared);
    return new Model(responsible, former, next, changed, papers, statusBy, supplemented);
  }

  private Model supplement() {
    return new Model(responsible, former, shared, shareChanged, papers, statusBy, true);
  }
}
