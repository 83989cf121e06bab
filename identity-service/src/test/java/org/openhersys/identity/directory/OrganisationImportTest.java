package org.openhersys.identity.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.Area;
import org.openhersys.identity.Callers;
import org.openhersys.identity.IdentityService;

/** What becomes of the directory by a file. */
@QuarkusTest
class OrganisationImportTest {
  @Inject Callers callers;

  private ImportedFiles files;

  @BeforeEach
  void twoMunicipalities() {
    files = new ImportedFiles(callers.administrator());
  }

  @Test
  void aFileMakesTheDirectoryAndTheSameFileAgainChangesNothing() {
    String file =
        files.rows(
            "9%1$s000,MEDICAL_INSTITUTION,架空病院,カクウビョウイン,,%1$s,,byouin@kakuu.example",
            "HC-%1$s,HEALTH_CENTRE,架空保健所,カクウホケンジョ,LG-%1$s,%1$s,%1$s %2$s,hokenjo@kakuu.example",
            "LI-%1$s,LOCAL_INSTITUTE,架空衛生研究所,,LG-%1$s,,,",
            "LG-%1$s,LOCAL_GOVERNMENT,架空市,,,%1$s,,");

    files
        .imported(file)
        .then()
        .statusCode(200)
        .body("created", equalTo(4))
        .body("changed", equalTo(0))
        .body("warnings", hasSize(0));
    files
        .imported(file)
        .then()
        .statusCode(200)
        .body("created", equalTo(0))
        .body("changed", equalTo(0))
        .body("unchanged", equalTo(4));

    Map<String, Object> centre = ImportedFiles.organisation("HC-" + files.m);
    assertEquals("架空保健所", centre.get("name"));
    assertEquals("LG-" + files.m, centre.get("parent"));
    assertEquals("hokenjo@kakuu.example", centre.get("mail_address"));
    assertEquals(
        List.of("HC-" + files.m, "HC-" + files.m), List.of(servedBy(files.m), servedBy(files.n)));
    assertEquals(null, ImportedFiles.organisation("9" + files.m + "000").get("parent"));
  }

  @Test
  void aRehearsalSaysTheSameAndStoresNothing() {
    String file = files.rows("LG-%1$s,LOCAL_GOVERNMENT,架空市,,,%1$s,,");

    files
        .ministry
        .asks()
        .contentType("text/csv; charset=UTF-8")
        .queryParam("dryRun", true)
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organisations/import")
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("created", equalTo(1));

    assertEquals(Map.of(), ImportedFiles.organisation("LG-" + files.m));
  }

  @Test
  void anEmptyCellLeavesWhatIsThereAndAFilledOneChangesIt() {
    files
        .imported(
            files.rows(
                "LG-%1$s,LOCAL_GOVERNMENT,架空市,カクウシ,,%1$s,,",
                "HC-%1$s,HEALTH_CENTRE,架空保健所,カクウ,LG-%1$s,%1$s,%1$s,hokenjo@kakuu.example"))
        .then()
        .statusCode(200);

    files
        .imported(files.rows("HC-%1$s,,架空中央保健所,,,,,"))
        .then()
        .statusCode(200)
        .body("changed", equalTo(1));

    Map<String, Object> centre = ImportedFiles.organisation("HC-" + files.m);
    assertEquals("架空中央保健所", centre.get("name"));
    assertEquals("カクウ", centre.get("name_kana"));
    assertEquals("hokenjo@kakuu.example", centre.get("mail_address"));
    assertEquals("HC-" + files.m, servedBy(files.m));
  }

  @Test
  void aMunicipalityThatAnotherCentreServesMoves() {
    Area area = Area.create();
    String before = Area.codeOf(area.centre());

    files
        .imported(
            files.rows(
                "LG-%1$s,LOCAL_GOVERNMENT,架空市,,,,,",
                "HC-%1$s,HEALTH_CENTRE,架空保健所,,LG-%1$s,,%1$s " + area.municipality() + ","))
        .then()
        .statusCode(200)
        .body("moved", hasSize(1))
        .body("moved[0].municipalityCode", equalTo(area.municipality()))
        .body("moved[0].fromCode", equalTo(before))
        .body("moved[0].toCode", equalTo("HC-" + files.m));

    assertEquals("HC-" + files.m, servedBy(area.municipality()));
  }

  @Test
  void theFilesOfExcelInJapanAreRead() {
    String file = files.rows("LG-%1$s,LOCAL_GOVERNMENT,髙﨑市①～,カクウ,,%1$s,,").replace("\n", "\r\n");

    files
        .imported(file.getBytes(Charset.forName("windows-31j")), "text/csv; charset=Shift_JIS")
        .then()
        .statusCode(200)
        .body("created", equalTo(1));
    files
        .imported(("\uFEFF" + file).getBytes(StandardCharsets.UTF_8), "text/csv")
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(1));
  }

  @Test
  void largeFilesAreStoredInOneGoAndTooLargeOnesRefused() {
    List<String> rows = new ArrayList<>();
    IntStream.range(0, 20_000)
        .forEach(i -> rows.add("C%1$s-" + i + ",LOCAL_GOVERNMENT,架空市" + i + ",,,,,"));

    files
        .imported(files.rows(rows.toArray(String[]::new)))
        .then()
        .statusCode(200)
        .body("created", equalTo(20_000));
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "delete from identity.organisation where code like ?", "C" + files.m + "-%"));

    files
        .imported(ImportedFiles.HEADER + "x,,,,,,,\n".repeat(50_001))
        .then()
        .statusCode(413)
        .body("errors[0].code", equalTo("ROWS_TOO_MANY"));
    files
        .imported(ImportedFiles.HEADER + " ".repeat(5_000_000))
        .then()
        .statusCode(413)
        .body("errors[0].code", equalTo("FILE_TOO_LARGE"));
  }

  @Test
  void anImportIsOneRowOfTheAccessLogWithWhatItStored() {
    files
        .imported(
            files.rows("LG-%1$s,LOCAL_GOVERNMENT,架空市,,,,,", "LH-%1$s,LOCAL_GOVERNMENT,架空市,,,,,"))
        .then()
        .statusCode(200);

    assertEquals(List.of("organisation.import"), IdentityService.logged(files.ministry.id()));
    assertEquals(2, subjects(files.ministry.id()));
  }

  private static String servedBy(String municipality) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select o.code from identity.jurisdiction j join identity.organisation o on o.id = j.health_centre_id where j.municipality_code = ?")
                    .bind(0, municipality)
                    .mapTo(String.class)
                    .one());
  }

  private static int subjects(UUID principal) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select cardinality(subjects) from audit.access_log where principal_id = ?")
                    .bind(0, principal)
                    .mapTo(Integer.class)
                    .one());
  }
}
