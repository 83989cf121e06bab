package org.openhersys.identity.directory;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhersys.identity.Callers;

/** What is told of a file, each fault at its place, all at once; nothing of it is stored. */
@QuarkusTest
class FaultsOfAFileTest {
  @Inject Callers callers;

  private ImportedFiles files;

  @BeforeEach
  void twoMunicipalities() {
    files = new ImportedFiles(callers.administrator());
  }

  @Test
  void allErrorsOfAFileAreToldAtTheirPlacesAndNothingIsStored() {
    String file =
        files.rows(
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

    files
        .imported(file)
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

    assertEquals(Map.of(), ImportedFiles.organisation("LG-" + files.m));
  }

  @Test
  void theErrorsAreToldInEnglishToo() {
    files
        .ministry
        .asks()
        .header("Accept-Language", "en")
        .contentType("text/csv; charset=UTF-8")
        .body(files.rows("K-%1$s,KINGDOM,x,,,,,").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organisations/import")
        .then()
        .statusCode(422)
        .body("errors[0].message", equalTo("The kind is not in the list"));
  }

  @Test
  void aKindDoesNotChangeAndACycleThroughTheDirectoryIsFound() {
    files.imported(files.rows("LG-%1$s,LOCAL_GOVERNMENT,架空市,,,,,")).then().statusCode(200);

    files
        .imported(files.rows("LG-%1$s,MUNICIPALITY,架空市,,LG-%1$s,,,"))
        .then()
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("KIND_CHANGED", "PARENT_CYCLE"));
  }

  @Test
  void aLongChainIsJudgedLikeAnyOtherFile() {
    List<String> chain = new ArrayList<>();
    IntStream.range(0, 50_000)
        .forEach(i -> chain.add("K" + i + ",LOCAL_GOVERNMENT,架空市,,K" + (i + 1) + ",,,"));

    files
        .imported(files.rows(chain.toArray(String[]::new)))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("PARENT_KIND"));
  }

  @Test
  void everyOrganisationOfACycleIsToldAndNobodyBelowIt() {
    files
        .imported(
            files.rows(
                "A%1$s,CONTRACTOR,架空,,B%1$s,,,",
                "B%1$s,CONTRACTOR,架空,,A%1$s,,,", "C%1$s,CONTRACTOR,架空,,A%1$s,,,"))
        .then()
        .statusCode(422)
        .body("errors.code", contains("PARENT_CYCLE", "PARENT_CYCLE", "PARENT_KIND"));
  }

  @Test
  void columnsThatAreUnknownMissingOrDoubleAreTold() {
    files
        .imported(
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
    files.imported("").then().statusCode(422).body("errors", hasSize(8));
  }

  @Test
  void aRowOfAnotherLengthIsToldByItsLineAlsoBehindALineBreakInQuotes() {
    files
        .imported(ImportedFiles.HEADER + "\"LG-1\",LOCAL_GOVERNMENT,\"架空\n市\",,,,,\nshort,row\n")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/rows/4")))
        .body("errors[0].code", equalTo("FIELD_COUNT_WRONG"));
    files
        .imported(ImportedFiles.HEADER + "LG-1,LOCAL_GOVERNMENT,\"架空市,,,,,\n")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("CSV_UNREADABLE"));
  }

  @Test
  void bytesOfAnotherCharsetAreRefusedWithTheirLine() {
    byte[] shiftJis =
        files
            .rows("LG-1,LOCAL_GOVERNMENT,x,,,,,", "LG-2,LOCAL_GOVERNMENT,架空市,,,,,")
            .getBytes(Charset.forName("windows-31j"));

    files
        .imported(shiftJis, "text/csv; charset=UTF-8")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/rows/3"))
        .body("errors[0].code", equalTo("CHARSET_WRONG"));
    files.imported(shiftJis, "text/csv; charset=EUC-JP").then().statusCode(415);
    files.imported(shiftJis, "application/json").then().statusCode(415);
  }

  @Test
  void anInstitutionIsWarnedOfItsCheckDigitAndOfAMunicipalityWithoutCentre() {
    files
        .imported(files.rows("1319999999,MEDICAL_INSTITUTION,架空第一病院,,,%1$s,,"))
        .then()
        .statusCode(200)
        .body("warnings.code", hasItem("MUNICIPALITY_WITHOUT_CENTRE"))
        .body("warnings.pointer", hasItem("/rows/2/municipalityCode"))
        .body("warnings.severity", hasItem("WARNING"));
    files
        .imported(files.rows("0110113718,MEDICAL_INSTITUTION,架空病院,,,%1$s,,"))
        .then()
        .statusCode(200)
        .body("warnings.code", hasItem("INSTITUTION_CODE_CHECK_DIGIT"));
  }

  @Test
  void dryRunIsTrueOrFalse() {
    files
        .ministry
        .asks()
        .contentType("text/csv; charset=UTF-8")
        .queryParam("dryRun", "maybe")
        .body(ImportedFiles.HEADER.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organisations/import")
        .then()
        .statusCode(422);
  }
}
