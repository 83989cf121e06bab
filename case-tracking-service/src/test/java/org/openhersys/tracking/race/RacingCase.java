package org.openhersys.tracking.race;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.tracking.Handing;
import org.openhersys.tracking.Submission;

/**
 * A case that is raced for.
 *
 * @param handovers in the order of the scene's
 * @param sharing the right of the sharing centre when the race begins, or null
 */
record RacingCase(
    UUID id, Submission submission, Scene scene, List<UUID> handovers, String sharing) {
  static final String SUPPLEMENTED = "架空 追加";

  /** Brings a case that was just opened to where the scene begins. */
  static RacingCase prepared(
      Arena arena, UUID id, Submission submission, Scene scene, String sharing) {
    List<UUID> handovers = new ArrayList<>();
    scene.begin(sharing).papers().forEach(paper -> handovers.add(prepared(arena, id, paper)));
    if (sharing != null) {
      as(
          arena,
          scene.responsible(),
          "select tracking.set_related_centre(?, ?, ?, null, 0, null)",
          id,
          arena.id(Centre.SHARING),
          sharing);
    }
    return new RacingCase(id, submission, scene, handovers, sharing);
  }

  String path() {
    return "/api/v1/cases/" + id;
  }

  String shareTag() {
    return sharing == null ? "\"related-0\"" : "\"related-1\"";
  }

  /** The tag of the handover when the race begins. */
  String tag(int handover) {
    return scene.begin(sharing).papers().get(handover).is("REQUESTED")
        ? "\"handover-1\""
        : "\"handover-2\"";
  }

  private static UUID prepared(Arena arena, UUID caseId, Model.Paper paper) {
    UUID handover = Uuids.next();
    as(
        arena,
        paper.from(),
        "select tracking.request_handover(?, ?, ?, '架空', null, now() + interval '7 days', now() + interval '1 day')",
        handover,
        caseId,
        arena.id(paper.to()));
    if (paper.reminded()) {
      Handing.reminded(handover);
    }
    if (paper.is("ACCEPTED")) {
      as(
          arena,
          paper.to(),
          "select tracking.accept_handover(?, 1, null, now() + interval '30 days')",
          handover);
    } else if (paper.is("DECLINED")) {
      as(arena, paper.to(), "select tracking.decline_handover(?, 1, null, '架空')", handover);
    }
    return handover;
  }

  private static void as(Arena arena, Centre centre, String sql, Object... arguments) {
    String outcome =
        arena.sql(
            h -> {
              arena.login(centre).enter(h);
              return h.select(sql, arguments).mapTo(String.class).one();
            });
    if (!outcome.equals("DONE")) {
      throw new AssertionError(sql + " answered " + outcome);
    }
  }
}
