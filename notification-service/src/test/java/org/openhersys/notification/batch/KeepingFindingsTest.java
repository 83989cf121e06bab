package org.openhersys.notification.batch;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhersys.api.problem.Finding;
import org.openhersys.notification.submission.Notifying;

/** Rubbish is not multiplied. */
@QuarkusTest
class KeepingFindingsTest {
  private static final int OF_A_ROW = 50;

  @Inject BatchSettings settings;

  private final Notifying notifying = new Notifying();

  @Test
  void aRowOfRubbishIsToldSomeOfItAndHowMuchMoreThereIs() {
    String symptoms =
        IntStream.range(0, 1000).mapToObj(i -> "\"X" + i + "\"").collect(Collectors.joining(","));
    UUID batch =
        Batching.submitted(notifying.ehr, "{\"symptoms\": {\"present\": [" + symptoms + "]}}");
    Batching.waitUntilDone(batch);

    int omitted =
        Batching.rows(notifying.ehr, batch, Map.of())
            .then()
            .body("items[0].findings", hasSize(OF_A_ROW))
            .body("items[0].findings.severity", everyItem(equalTo("ERROR")))
            .extract()
            .path("items[0].findingsOmitted");
    assertEquals(true, omitted > 900);
    Batching.read(notifying.ehr, batch)
        .then()
        .body("refused", equalTo(1))
        .body("findingsOmitted", equalTo(omitted));
  }

  @Test
  void aMemberThatNoFormHasIsNotKeptByItsName() {
    Finding unknown = Finding.error("/patient/架空 太郎/name", "FIELD_UNKNOWN", "不明", "unknown");

    Outcome kept = new KeepingFindings(settings, 0).bound(Outcome.refused(1, List.of(unknown)));

    assertEquals("/patient", kept.findings().get(0).pointer());
  }

  @Test
  void whatRefusesIsKeptBeforeWhatWarns() {
    List<Finding> found =
        Stream.concat(
                Stream.generate(() -> Finding.warning("", "W", "注意", "warning")).limit(OF_A_ROW),
                Stream.of(Finding.error("", "E", "誤り", "error")))
            .toList();

    Outcome kept = new KeepingFindings(settings, 0).bound(Outcome.refused(1, found));

    assertEquals("E", kept.findings().get(0).code());
    assertEquals(OF_A_ROW, kept.findings().size());
    assertEquals(1, kept.omitted());
  }

  @Test
  void eachRowOfABatchThatHasItsShareIsStillToldWhy() {
    KeepingFindings keeping = new KeepingFindings(settings, settings.mostFindings() - 3);
    List<Finding> two =
        List.of(Finding.error("", "A", "一", "one"), Finding.error("", "B", "二", "two"));

    assertEquals(
        List.of("2+0", "1+1", "1+1"),
        Stream.of(1, 2, 3)
            .map(row -> keeping.bound(Outcome.refused(row, two)))
            .map(kept -> kept.findings().size() + "+" + kept.omitted())
            .toList());
  }

  @Test
  void aMemberOfEndlessNameIsPointedToByWhatEnclosesIt() {
    Finding endless = Finding.error("/patient/" + "x".repeat(5000), "FIELD_UNKNOWN", "無", "no");

    Outcome kept = new KeepingFindings(settings, 0).bound(Outcome.refused(1, List.of(endless)));

    assertEquals("/patient", kept.findings().get(0).pointer());
  }
}
