package org.openhersys.tracking.casefile;

import java.time.LocalDate;

/**
 * 患者: the person of a case, names as typed.
 *
 * @param nameKana 氏名フリガナ, or null
 */
public record CasePatient(String name, String nameKana, Sex sex, LocalDate birthDate) {}
