package org.openhersys.tracking.casefile;

import java.time.LocalDate;

/** 提出日（受理日）: the server's day, in Japan, of the first report in that category ([S8]). */
public record SubmissionDate(DiagnosisCategory category, LocalDate date) {}
