package org.openhersys.notification.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.notification.form.NotificationForm;

/** What NIID is shown of a form. */
@QuarkusTest
class WithoutPersonTest {
  private static final String TYPED = "架空の記載";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whoever adds an item here decides that it tells of nobody. */
  private static final Set<String> SHOWN =
      Set.of(
          "/reportDate",
          "/diagnosisCategory",
          "/disease",
          "/diagnosisDate",
          "/patient/nameUnknown",
          "/patient/sex",
          "/patient/birthDateUnknown",
          "/patient/ageAtDiagnosis/years",
          "/patient/ageAtDiagnosis/months",
          "/registeredAddress/abode",
          "/currentLocation/abode",
          "/symptoms/present/0",
          "/symptoms/spo2",
          "/tests/0/method",
          "/tests/0/specimen",
          "/tests/0/samplingDate",
          "/tests/0/resultDate",
          "/tests/0/result",
          "/samplingDate",
          "/firstVisitDate",
          "/infection/date",
          "/infection/route/kind",
          "/infection/route/certainty",
          "/infection/place/kind",
          "/infection/place/certainty",
          "/infection/place/departureDate",
          "/infection/place/returnDate",
          "/onsetDate",
          "/deathDate",
          "/deathDateEstimated",
          "/vaccinations/0/dose",
          "/vaccinations/0/given",
          "/vaccinations/0/age",
          "/vaccinations/0/date",
          "/admission/hospitalised",
          "/admission/admissionDate",
          "/admission/admissionNeeded",
          "/risk/factors/0",
          "/risk/immunosuppressed",
          "/risk/pregnant",
          "/assessment/severity",
          "/assessment/drugOrOxygenNeeded",
          "/assessment/remoteConsultation",
          "/assessment/diagnosedAsContact",
          "/assessment/underFollowUpCentre",
          "/programmes/0",
          "/currentStatus");

  @Test
  void noTextOfAnyItemIsShownAndOfTheRestWhatIsListed() {
    JsonNode shown = shown(filled(NotificationForm.class).toString());

    assertFalse(shown.toString().contains(TYPED), shown.toString());
    assertEquals(new TreeSet<>(SHOWN), leaves(shown, "", new TreeSet<>()));
  }

  @Test
  void codesOfPlacesAreShown() {
    String place = "\"prefecture\": \"13\", \"municipalityCode\": \"131016\"";

    assertEquals(
        tree(
            "{\"patient\": {\"ageAtDiagnosis\": {\"years\": 40}}, \"currentLocation\": {%1$s}, \"infection\": {\"place\": {%1$s}}}"
                .formatted(place)),
        shown(
            "{\"currentLocation\": {%1$s, \"phone\": \"0900000000\"}, \"infection\": {\"place\": {%1$s, \"country\": \"ATLANTIS\"}}}"
                .formatted(place)));
  }

  @Test
  void whatIsNotOfItsItemsKindIsHidden() {
    assertEquals(
        tree(
            "{\"patient\": {\"ageAtDiagnosis\": {\"years\": 40}}, \"symptoms\": {\"present\": [\"FEVER\"]}, \"tests\": [{}]}"),
        shown(
            """
            {"reportDate": "架空の記載", "deathDateEstimated": "架空の記載", "patient": {"sex": {"note": "架空の記載"}},
             "symptoms": {"present": ["FEVER", "架空の記載"], "spo2": "架空の記載"}, "tests": ["架空の記載", {"result": "架空の記載"}],
             "vaccinations": {"note": "架空の記載"}, "risk": "架空の記載", "infection": ["架空の記載"], "newItem": "架空の記載",
             "currentLocation": {"prefecture": "東京", "municipalityCode": "千代田区"}}
            """));
  }

  private static JsonNode shown(String document) {
    return HersysDatabase.owner()
        .withHandle(
            h ->
                tree(
                    h.createQuery(
                            "select notification.without_person(cast(:document as jsonb), 40)::text")
                        .bind("document", document)
                        .mapTo(String.class)
                        .one()));
  }

  /** A value of every item: text where text may stand, however unlikely. */
  private static JsonNode filled(Type type) {
    if (type instanceof ParameterizedType list) {
      ArrayNode items = JSON.createArrayNode();
      return items.add(filled(list.getActualTypeArguments()[0]));
    }
    Class<?> kind = (Class<?>) type;
    if (kind.isRecord()) {
      ObjectNode members = JSON.createObjectNode();
      for (RecordComponent member : kind.getRecordComponents()) {
        members.set(member.getName(), filled(member.getGenericType()));
      }
      return members;
    }
    if (kind.isEnum()) {
      return JSON.getNodeFactory().textNode(kind.getEnumConstants()[0].toString());
    }
    Object value =
        kind == String.class
            ? TYPED
            : kind == LocalDate.class ? "2026-01-02" : kind == Boolean.class ? (Object) true : 1;
    return JSON.valueToTree(value);
  }

  private static Set<String> leaves(JsonNode node, String pointer, Set<String> found) {
    if (node.isValueNode()) {
      found.add(pointer);
    }
    List.copyOf(node.properties())
        .forEach(member -> leaves(member.getValue(), pointer + "/" + member.getKey(), found));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      leaves(node.get(i), pointer + "/" + i, found);
    }
    return found;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
