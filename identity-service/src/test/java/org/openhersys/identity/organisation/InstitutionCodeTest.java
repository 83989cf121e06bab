package org.openhersys.identity.organisation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class InstitutionCodeTest {
  @Test
  void theCheckDigitIsByLuhn() {
    assertTrue(InstitutionCode.checkDigitIsRight("0110113719"));
    assertFalse(InstitutionCode.checkDigitIsRight("0110113718"));
  }

  @Test
  void oneMadeOfATelephoneNumberHasNone() {
    assertTrue(InstitutionCode.checkDigitIsRight("9312345678"));
    assertTrue(InstitutionCode.checkDigitIsRight("9312345679"));
  }

  @Test
  void itHasTenDigits() {
    assertTrue(InstitutionCode.hasForm("0110113719"));
    for (String code : List.of("", "011011371", "01101137190", "011011371X", "０１１０１１３７１９")) {
      assertFalse(InstitutionCode.hasForm(code), code);
    }
  }

  @Test
  void theCheckDigitOfAMunicipalityIsThatOfJis() {
    assertTrue(MunicipalityCode.checkDigitIsRight("011002"));
    assertTrue(MunicipalityCode.checkDigitIsRight("011011"));
    assertFalse(MunicipalityCode.checkDigitIsRight("011012"));
  }
}
