package org.openhersys.notification.dailycount;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.submission.Author;
import org.openhersys.notification.submission.OrganisationReference;

/**
 * What a count said at a time, and who made it say so.
 *
 * @param counts persons by age band, in the order of the bands
 * @param reason of a correction by the local government, else null
 */
record KeptCountRevision(
    int revision,
    Map<String, Integer> counts,
    @Nullable String reason,
    Instant recordedAt,
    OrganisationReference organisation,
    Author recordedBy) {

  List<BandCount> bands() {
    return counts.entrySet().stream()
        .map(band -> new BandCount(band.getKey(), band.getValue()))
        .toList();
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  CountRevision shown() {
    return new CountRevision(
        revision, bands(), total(), reason, recordedAt, organisation, recordedBy);
  }

  /** JSON pointers of what another revision says otherwise. */
  List<String> differences(KeptCountRevision other) {
    List<String> bands = List.copyOf(counts.keySet());
    return bands.stream()
        .filter(band -> !Objects.equals(counts.get(band), other.counts().get(band)))
        .map(band -> "/counts/" + bands.indexOf(band) + "/count")
        .toList();
  }
}
