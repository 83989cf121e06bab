package org.openhersys.notification.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openhersys.notification.form.DiagnosisCategory;

/** What the notifications of a course should be after each step, as plain as it can be said. */
final class CourseModel {
  static final int DONE = 200;
  private static final int UNSEEN = 404;
  private static final int CONFLICT = 409;
  private static final int INVALID = 422;

  private final List<Paper> papers = new ArrayList<>();
  private final LocalDate today;

  /** A notification. */
  private static final class Paper {
    private Integer succeeds;
    private boolean byCentre;
    private int revision = 1;
    private int confirmed;
    private int deeds;
    private DiagnosisCategory category;
    private List<String> results;
    private String state = "TO_BE_CONFIRMED";
    private final Map<String, LocalDate> days = new TreeMap<>();

    boolean isWithdrawn() {
      return state.equals("WITHDRAWN");
    }

    boolean isRuledOut() {
      return category == DiagnosisCategory.SUSPECTED && isRefuted(results);
    }
  }

  CourseModel(Step first, LocalDate today) {
    this.today = today;
    report(first, null, false);
  }

  static boolean isAcceptable(DiagnosisCategory category, List<String> results) {
    return category == DiagnosisCategory.SUSPECTED || !isRefuted(results);
  }

  private static boolean isRefuted(List<String> results) {
    return results.contains("NEGATIVE") && !results.contains("-") && !results.contains("POSITIVE");
  }

  int size() {
    return papers.size();
  }

  /** Does the step where it may be done, and says how it is answered. */
  int does(Step step) {
    if (step.kind() == Step.Kind.DAY) {
      papers.forEach(paper -> paper.days.replaceAll((category, day) -> day.minusDays(1)));
      return DONE;
    }
    Paper paper = papers.get(step.index(papers.size()));
    if (paper.byCentre && !step.byCentre() && step.kind() != Step.Kind.CONFIRM) {
      // An institution sees what it sent.
      return UNSEEN;
    }
    if (paper.isWithdrawn()) {
      return CONFLICT;
    }
    return switch (step.kind()) {
      case CONFIRM -> confirm(paper);
      case WITHDRAW -> moved(paper, "WITHDRAWN");
      default -> isCurrent(paper) ? changed(paper, step) : CONFLICT;
    };
  }

  private int changed(Paper paper, Step step) {
    return switch (step.kind()) {
      case SUPPLEMENT -> revised(paper);
      case CORRECT_RESULTS -> correct(paper, step.results());
      case CHANGE_CATEGORY -> change(paper, step.category());
      default -> succeed(paper, step);
    };
  }

  private int confirm(Paper paper) {
    if (paper.state.equals("CONFIRMED") && paper.confirmed == paper.revision) {
      return CONFLICT;
    }
    paper.confirmed = paper.revision;
    return moved(paper, "CONFIRMED");
  }

  private int correct(Paper paper, List<String> results) {
    if (!isAcceptable(paper.category, results)) {
      return paper.results.equals(results) ? DONE : INVALID;
    }
    if (!paper.results.equals(results)) {
      paper.results = results;
      revised(paper);
    }
    return DONE;
  }

  private int change(Paper paper, DiagnosisCategory category) {
    if (paper.category == category) {
      return DONE;
    }
    if (!isAcceptable(category, paper.results)) {
      return INVALID;
    }
    paper.category = category;
    paper.days.putIfAbsent(category.name(), dayOf(category));
    revised(paper);
    return moved(paper, "TO_BE_CONFIRMED");
  }

  private int succeed(Paper paper, Step step) {
    if (!isAcceptable(step.category(), step.results())) {
      return INVALID;
    }
    report(step, papers.indexOf(paper) + 1, step.byCentre());
    return DONE;
  }

  private void report(Step step, Integer succeeds, boolean byCentre) {
    Paper paper = new Paper();
    paper.byCentre = byCentre;
    paper.succeeds = succeeds;
    paper.category = step.category();
    paper.results = step.results();
    paper.days.put(step.category().name(), dayOf(step.category()));
    papers.add(paper);
  }

  private static int revised(Paper paper) {
    paper.revision++;
    return DONE;
  }

  private static int moved(Paper paper, String state) {
    paper.state = state;
    paper.deeds++;
    return DONE;
  }

  // Of the first report in that category of what still counts.
  private LocalDate dayOf(DiagnosisCategory category) {
    return papers.stream()
        .filter(paper -> !paper.isWithdrawn())
        .flatMap(paper -> Optional.ofNullable(paper.days.get(category.name())).stream())
        .min(LocalDate::compareTo)
        .orElse(today);
  }

  private boolean isCurrent(Paper paper) {
    return papers.subList(papers.indexOf(paper) + 1, papers.size()).stream()
            .allMatch(Paper::isWithdrawn)
        && !paper.isWithdrawn();
  }

  private String standing(Paper paper) {
    return isCurrent(paper) ? "CURRENT" : paper.isWithdrawn() ? "WITHDRAWN" : "SUPERSEDED";
  }

  /** How each notification should stand. */
  List<String> standings() {
    return papers.stream()
        .map(
            paper ->
                "%s succeeds=%s revision=%d %s %s state=%s version=%d ruledOut=%s %s"
                    .formatted(
                        papers.indexOf(paper) + 1,
                        paper.succeeds,
                        paper.revision,
                        paper.category,
                        standing(paper),
                        paper.state,
                        1 + paper.deeds,
                        paper.isRuledOut(),
                        paper.days))
        .toList();
  }
}
