package org.openhersys.identity.directory;

import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.identity.Area;
import org.openhersys.identity.Callers.Somebody;

/** Files of organisations, sent by the ministry, about two municipalities of their own. */
final class ImportedFiles {
  static final String HEADER =
      "code,kind,name,nameKana,parentCode,municipalityCode,jurisdiction,mailAddress\n";

  final Somebody ministry;
  final String m = Area.newMunicipality();
  final String n = Area.newMunicipality();

  ImportedFiles(Somebody ministry) {
    this.ministry = ministry;
  }

  Response imported(String file) {
    return imported(file.getBytes(StandardCharsets.UTF_8), "text/csv; charset=UTF-8");
  }

  Response imported(byte[] file, String type) {
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

  /** A file of these rows; {@code %1$s} and {@code %2$s} stand for the municipalities. */
  String rows(String... rows) {
    return HEADER + String.join("\n", rows).formatted(m, n) + "\n";
  }

  /** What is stored of an organisation; empty when it is not. */
  static Map<String, Object> organisation(String code) {
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
}
