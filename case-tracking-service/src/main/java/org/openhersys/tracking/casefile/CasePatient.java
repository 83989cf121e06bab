package org.openhersys.tracking.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 患者: the person of a case, names as typed.
 *
 * @param name 氏名; null of an unidentified body
 * @param nameKana 氏名フリガナ, or null
 * @param birthDate 生年月日; null of an unidentified body
 */
public record CasePatient(
    @Nullable String name, @Nullable String nameKana, Sex sex, @Nullable LocalDate birthDate) {}
