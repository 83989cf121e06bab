package org.openhersys.identity.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.openhersys.api.problem.ProblemException;

class ImportFileTest {
  private static final String HEADER =
      "code,kind,name,nameKana,parentCode,municipalityCode,jurisdiction,mailAddress\r\n";

  @Property
  boolean anyTextIsReadOrRefusedAsAProblem(@ForAll String text) {
    try {
      // Eight columns do not come about by chance.
      return !ImportFile.read(text).findings().isEmpty();
    } catch (ProblemException refused) {
      return refused.type().status() == 400;
    }
  }

  @Property
  boolean aNameIsReadAsItWasWritten(@ForAll String name) {
    String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
    List<ImportRow> rows =
        ImportFile.read(HEADER + "LG-1,LOCAL_GOVERNMENT," + quoted + ",,,,,\r\n").rows();

    return rows.size() == 1
        && (name.isBlank()
            ? rows.get(0).text(Column.NAME) == null
            : name.equals(rows.get(0).text(Column.NAME)));
  }

  @Test
  void columnsComeInAnyOrderAndEmptyLinesAreNoRows() {
    ImportFile file =
        ImportFile.read(
            """
            mailAddress,jurisdiction,municipalityCode,parentCode,nameKana,name,kind,code

            ,011011　011029 , 011002 ,,,架空保健所,HEALTH_CENTRE,HC-1

            """);

    ImportRow row = file.rows().get(0);
    assertEquals(List.of(), file.findings());
    assertEquals(3, row.line());
    assertEquals(List.of("011011", "011029"), row.jurisdiction());
    assertEquals(
        Map.of("code", "HC-1", "municipality", "011002"),
        Map.of("code", row.code(Column.CODE), "municipality", row.code(Column.MUNICIPALITY_CODE)));
  }
}
