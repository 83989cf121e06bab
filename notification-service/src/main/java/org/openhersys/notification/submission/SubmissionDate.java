package org.openhersys.notification.submission;

import java.time.LocalDate;
import org.openhersys.notification.form.DiagnosisCategory;

/** 提出日: the day in Japan of the first 報告 in a diagnosis category ([S8]). */
public record SubmissionDate(DiagnosisCategory category, LocalDate date) {}
