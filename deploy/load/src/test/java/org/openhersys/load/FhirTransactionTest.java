package org.openhersys.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FhirTransactionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SyntheticForms forms = new SyntheticForms(LocalDate.of(2026, 11, 24));

  @Test
  void itCreatesAPatientAndAConditionAndAnObservationOfThePatient() throws Exception {
    JsonNode bundle = JSON.readTree(FhirTransaction.of(forms.of(7)));

    assertEquals("transaction", bundle.path("type").asText());
    assertEquals(FhirTransaction.RESOURCES, bundle.path("entry").size());
    String patient = bundle.at("/entry/0/fullUrl").asText();
    List<String> types = List.of("Patient", "Condition", "Observation");
    for (int i = 0; i < types.size(); i++) {
      JsonNode entry = bundle.path("entry").path(i);
      assertEquals(types.get(i), entry.at("/resource/resourceType").asText());
      assertEquals(types.get(i), entry.at("/request/url").asText());
      assertEquals("POST", entry.at("/request/method").asText());
      assertEquals(i > 0, entry.at("/resource/subject/reference").asText().equals(patient));
    }
  }

  @Test
  void whatTheFormSaysStandsInIt() throws Exception {
    for (int person = 0; person < 20; person++) {
      Set<String> said = leaves(JSON.readTree(forms.of(person)), new HashSet<>());
      said.removeAll(leaves(JSON.readTree(FhirTransaction.of(forms.of(person))), new HashSet<>()));

      assertEquals(Set.of(), said);
    }
  }

  @Test
  void onlyThreeCreatedCountAsServed() {
    String created = "{\"response\":{\"status\":\"201 Created\"}}";

    assertTrue(HapiPeer.allCreated(created + created + created));
    assertFalse(HapiPeer.allCreated(created + created + created.replace("201", "200")));
  }

  /** The sex is a code in small letters there. */
  private static Set<String> leaves(JsonNode node, Set<String> into) {
    if (node.isValueNode()) {
      into.add(node.asText().toUpperCase(Locale.ROOT));
    }
    node.forEach(child -> leaves(child, into));
    return into;
  }
}
