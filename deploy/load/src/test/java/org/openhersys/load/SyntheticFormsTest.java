package org.openhersys.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyntheticFormsTest {
  private final SyntheticForms forms = new SyntheticForms(LocalDate.of(2026, 11, 24));

  @Test
  void noTwoAreOfTheSamePersonAndEachIsJson() throws Exception {
    Set<String> people = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      var patient = new ObjectMapper().readTree(forms.of(i)).path("patient");
      people.add(patient.path("nameKana").asText() + patient.path("birthDate").asText());
    }

    assertEquals(5_000, people.size());
  }

  @Test
  void theSameNumberIsTheSamePerson() {
    assertEquals(forms.of(7), forms.of(7));
  }
}
