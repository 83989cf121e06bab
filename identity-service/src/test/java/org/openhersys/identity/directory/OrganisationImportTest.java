package org.openhersys.identity.directory;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
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
import org.openhersys.identity.Callers.Somebody;
import org.openhersys.identity.IdentityService;

@QuarkusTest
class OrganisationImportTest {
  private static final String HEADER =
      "code,kind,name,nameKana,parentCode,municipalityCode,jurisdiction,mailAddress\n";

  @Inject Callers callers;

  private Somebody ministry;
  private String m;
  private String n;

  @BeforeEach
  void twoMunicipalities() {
    ministry = callers.administrator();
    m = Area.newMunicipality();
    n = Area.newMunicipality();
  }

  @Test
  void aFileMakesTheDirectoryAndTheSameFileAgainChangesNothing() {
    String file =
        rows(
            "9%1$s000,MEDICAL_INSTITUTION,架空病院,カクウビョウイン,,%1$s,,byouin@kakuu.example",
            "HC-%1$s,HEALTH_CENTRE,架空保健所,カクウホケンジョ,LG-%1$s,%1$s,%1$s %2$s,hokenjo@kakuu.example",
            "LI-%1$s,LOCAL_INSTITUTE,架空衛生研究所,,LG-%1$s,,,",
            "LG-%1$s,LOCAL_GOVERNMENT,架空市,,,%1$s,,");

    imported(file)
        .then()
        .statusCode(200)
        .body("created", equalTo(4))
        .body("changed", equalTo(0))
        .body("warnings", hasSize(0));
    imported(file)
        .then()
        .statusCode(200)
        .body("created", equalTo(0))
        .body("changed", equalTo(0))
        .body("unchanged", equalTo(4));

    Map<String, Object> centre = organisation("HC-" + m);
    assertEquals("架空保健所", centre.get("name"));
    assertEquals("LG-" + m, centre.get("parent"));
    assertEquals("hokenjo@kakuu.example", centre.get("mail_address"));
    assertEquals(List.of("HC-" + m, "HC-" + m), List.of(servedBy(m), servedBy(n)));
    assertEquals(null, organisation("9" + m + "000").get("parent"));
  }

  @Test
  void aRehearsalSaysTheSameAndStoresNothing() {
    String file = rows("LG-%1$s,LOCAL_GOVERNMENT,架空市,,,%1$s,,");

    ministry
        .asks()
        .contentType("text/csv; charset=UTF-8")
        .queryParam("dryRun", true)
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organisations/import")
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("created", equalTo(1));

    assertEquals(Map.of(), organisation("LG-" + m));
  }

  @Test
  void anEmptyCellLeavesWhatIsThereAndAFilledOneChangesIt() {
    imported(
            rows(
                "LG-%1$s,LOCAL_GOVERNMENT,架空市,カクウシ,,%1$s,,",
                "HC-%1$s,HEALTH_CENTRE,架空保健所,カクウ,LG-%1$s,%1$s,%1$s,hokenjo@kakuu.example"))
        .then()
        .statusCode(200);

    imported(rows("HC-%1$s,,架空中央保健所,,,,,")).then().statusCode(200).body("changed", equalTo(1));

    Map<String, Object> centre = organisation("HC-" + m);
    assertEquals("架空中央保健所", centre.get("name"));
    assertEquals("カクウ", centre.get("name_kana"));
    assertEquals("hokenjo@kakuu.example", centre.get("mail_address"));
    assertEquals("HC-" + m, servedBy(m));
  }

  @Test
  void aMunicipalityThatAnotherCentreServesMoves() {
    Area area = Area.create();
    String before = Area.codeOf(area.centre());

    imported(
            rows(
                "LG-%1$s,LOCAL_GOVERNMENT,架空市,,,,,",
                "HC-%1$s,HEALTH_CENTRE,架空保健所,,LG-%1$s,,%1$s " + area.municipality() + ","))
        .then()
        .statusCode(200)
        .body("moved", hasSize(1))
        .body("moved[0].municipalityCode", equalTo(area.municipality()))
        .body("moved[0].fromCode", equalTo(before))
        .body("moved[0].toCode", equalTo("HC-" + m));

    assertEquals("HC-" + m, servedBy(area.municipality()));
  }

  @Test
  void allErrorsOfAFileAreToldAtTheirPlacesAndNothingIsStored() {
    String file =
        rows(
            "LG-%1$s,LOCAL_GOVERNMENT,架空市,,,%1$s,,", // 2
            "LG-%1$s,LOCAL_GOVERNMENT,架空市,,,%1$s,,", // 3
            ",LOCAL_GOVERNMENT,架空市,,,,,", // 4
            "K-%1$s,KINGDOM,架空王国,,,,,", // 5
            "HC-%1$s,HEALTH_CENTRE,架空保健所,,NOWHERE,%1$s,%1$s,", // 6
            "HD-%1$s,HEALTH_CENTRE,架空保健所,,LG-%1$s,12345,%1$s 999999,not-an-address", // 7
            "123,MEDICAL_INSTITUTION,架空病院,,LG-%1$s,%1$s,%1$s,", // 8
            "HE-%1$s,HEALTH_CENTRE,,,,,,", // 9
            "A-%1$s,LOCAL_GOVERNMENT,架空市,,B-%1$s,,,", // 10
            "B-%1$s,LOCAL_GOVERNMENT,架空市,,A-%1$s,,,", // 11
            "N-%1$s,LOCAL_GOVERNMENT," + "長".repeat(201) + ",,,,,"); // 12

    imported(file)
        .then()
        .statusCode(422)
        .body(
            "errors.collect { it.pointer.substring(6) + ' ' + it.code }",
            containsInAnyOrder(
                "3/code CODE_DUPLICATE",
                "4/code REQUIRED",
                "5/kind KIND_UNKNOWN",
                "6/parentCode PARENT_UNKNOWN",
                "7/municipalityCode MUNICIPALITY_FORM",
                "7/jurisdiction MUNICIPALITY_CHECK_DIGIT",
                "7/jurisdiction JURISDICTION_DOUBLE",
                "7/mailAddress MAIL_ADDRESS_WRONG",
                "8/code INSTITUTION_CODE_FORM",
                "8/parentCode PARENT_KIND",
                "8/jurisdiction JURISDICTION_NOT_OF_CENTRE",
                "8/jurisdiction JURISDICTION_DOUBLE",
                "9/name REQUIRED",
                "9/parentCode REQUIRED",
                "10/parentCode PARENT_CYCLE",
                "11/parentCode PARENT_CYCLE",
                "12/name TEXT_TOO_LONG"));

    assertEquals(Map.of(), organisation("LG-" + m));
  }

  @Test
  void theErrorsAreToldInEnglishToo() {
    ministry
        .asks()
        .header("Accept-Language", "en")
        .contentType("text/csv; charset=UTF-8")
        .body(rows("K-%1$s,KINGDOM,x,,,,,").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organisations/import")
        .then()
        .statusCode(422)
        .body("errors[0].message", equalTo("The kind is not in the list"));
  }

  @Test
  void aKindDoesNotChangeAndACycleThroughTheDirectoryIsFound() {
    imported(rows("LG-%1$s,LOCAL_GOVERNMENT,架空市,,,,,")).then().statusCode(200);

    imported(rows("LG-%1$s,MUNICIPALITY,架空市,,LG-%1$s,,,"))
        .then()
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("KIND_CHANGED", "PARENT_CYCLE"));
  }

  @Test
  void aLongChainIsJudgedLikeAnyOtherFile() {
    List<String> chain = new ArrayList<>();
    IntStream.range(0, 50_000)
        .forEach(i -> chain.add("K" + i + ",LOCAL_GOVERNMENT,架空市,,K" + (i + 1) + ",,,"));

    imported(rows(chain.toArray(String[]::new)))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("PARENT_KIND"));
  }

  @Test
  void everyOrganisationOfACycleIsToldAndNobodyBelowIt() {
    imported(
            rows(
                "A%1$s,CONTRACTOR,架空,,B%1$s,,,",
                "B%1$s,CONTRACTOR,架空,,A%1$s,,,", "C%1$s,CONTRACTOR,架空,,A%1$s,,,"))
        .then()
        .statusCode(422)
        .body("errors.code", contains("PARENT_CYCLE", "PARENT_CYCLE", "PARENT_KIND"));
  }

  @Test
  void columnsThatAreUnknownMissingOrDoubleAreTold() {
    imported(
            "code,kind,name,name,colour,parentCode,municipalityCode,jurisdiction\nx,y,z,z,c,p,m,j\n")
        .then()
        .statusCode(422)
        .body(
            "errors.collect { it.pointer + ' ' + it.code }",
            containsInAnyOrder(
                "/rows/1/name COLUMN_DUPLICATE",
                "/rows/1/colour COLUMN_UNKNOWN",
                "/rows/1/nameKana COLUMN_MISSING",
                "/rows/1/mailAddress COLUMN_MISSING"));
    imported("").then().statusCode(422).body("errors", hasSize(8));
  }

  @Test
  void aRowOfAnotherLengthIsToldByItsLineAlsoBehindALineBreakInQuotes() {
    imported(HEADER + "\"LG-1\",LOCAL_GOVERNMENT,\"架空\n市\",,,,,\nshort,row\n")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/rows/4")))
        .body("errors[0].code", equalTo("FIELD_COUNT_WRONG"));
    imported(HEADER + "LG-1,LOCAL_GOVERNMENT,\"架空市,,,,,\n")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("CSV_UNREADABLE"));
  }

  @Test
  void theFilesOfExcelInJapanAreRead() {
    String file = rows("LG-%1$s,LOCAL_GOVERNMENT,髙﨑市①～,カクウ,,%1$s,,").replace("\n", "\r\n");

    imported(file.getBytes(Charset.forName("windows-31j")), "text/csv; charset=Shift_JIS")
        .then()
        .statusCode(200)
        .body("created", equalTo(1));
    imported(("\uFEFF" + file).getBytes(StandardCharsets.UTF_8), "text/csv")
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(1));
  }

  @Test
  void bytesOfAnotherCharsetAreRefusedWithTheirLine() {
    byte[] shiftJis =
        rows("LG-1,LOCAL_GOVERNMENT,x,,,,,", "LG-2,LOCAL_GOVERNMENT,架空市,,,,,")
            .getBytes(Charset.forName("windows-31j"));

    imported(shiftJis, "text/csv; charset=UTF-8")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/rows/3"))
        .body("errors[0].code", equalTo("CHARSET_WRONG"));
    imported(shiftJis, "text/csv; charset=EUC-JP").then().statusCode(415);
    imported(shiftJis, "application/json").then().statusCode(415);
  }

  @Test
  void anInstitutionIsWarnedOfItsCheckDigitAndOfAMunicipalityWithoutCentre() {
    imported(rows("1319999999,MEDICAL_INSTITUTION,架空第一病院,,,%1$s,,"))
        .then()
        .statusCode(200)
        .body("warnings.code", hasItem("MUNICIPALITY_WITHOUT_CENTRE"))
        .body("warnings.pointer", hasItem("/rows/2/municipalityCode"))
        .body("warnings.severity", hasItem("WARNING"));
    imported(rows("0110113718,MEDICAL_INSTITUTION,架空病院,,,%1$s,,"))
        .then()
        .statusCode(200)
        .body("warnings.code", hasItem("INSTITUTION_CODE_CHECK_DIGIT"));
  }

  @Test
  void largeFilesAreStoredInOneGoAndTooLargeOnesRefused() {
    List<String> rows = new ArrayList<>();
    IntStream.range(0, 20_000)
        .forEach(i -> rows.add("C%1$s-" + i + ",LOCAL_GOVERNMENT,架空市" + i + ",,,,,"));

    imported(rows(rows.toArray(String[]::new)))
        .then()
        .statusCode(200)
        .body("created", equalTo(20_000));
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "delete from identity.organisation where code like ?", "C" + m + "-%"));

    imported(HEADER + "x,,,,,,,\n".repeat(50_001))
        .then()
        .statusCode(413)
        .body("errors[0].code", equalTo("ROWS_TOO_MANY"));
    imported(HEADER + " ".repeat(5_000_000))
        .then()
        .statusCode(413)
        .body("errors[0].code", equalTo("FILE_TOO_LARGE"));
  }

  @Test
  void dryRunIsTrueOrFalse() {
    ministry
        .asks()
        .contentType("text/csv; charset=UTF-8")
        .queryParam("dryRun", "maybe")
        .body(HEADER.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organisations/import")
        .then()
        .statusCode(422);
  }

  @Test
  void anImportIsOneRowOfTheAccessLogWithWhatItStored() {
    imported(rows("LG-%1$s,LOCAL_GOVERNMENT,架空市,,,,,", "LH-%1$s,LOCAL_GOVERNMENT,架空市,,,,,"))
        .then()
        .statusCode(200);

    assertEquals(List.of("organisation.import"), IdentityService.logged(ministry.id()));
    assertEquals(2, subjects(ministry.id()));
  }

  private Response imported(String file) {
    return imported(file.getBytes(StandardCharsets.UTF_8), "text/csv; charset=UTF-8");
  }

  private Response imported(byte[] file, String type) {
    return ministry
        .asks()
        // Or REST Assured would say ISO-8859-1 where the test says nothing.
        .config(
            RestAssured.config()
                .encoderConfig(
                    encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType(type)
        .body(file)
        .post("/api/v1/organisations/import");
  }

  private String rows(String... rows) {
    return HEADER + String.join("\n", rows).formatted(m, n) + "\n";
  }

  private static Map<String, Object> organisation(String code) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select o.name, o.name_kana, p.code as parent, s.mail_address
                        from identity.organisation o
                        left join identity.organisation p on p.id = o.parent_id
                        left join identity.organisation_setting s on s.organisation_id = o.id
                        where o.code = ?
                        """)
                    .bind(0, code)
                    .mapToMap()
                    .findOne()
                    .orElse(Map.of()));
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
