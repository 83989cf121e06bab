package org.openhersys.notification.submission;

import java.util.Objects;
import org.jdbi.v3.core.statement.SqlStatement;
import org.openhersys.notification.form.Address;
import org.openhersys.notification.form.CurrentStatus;
import org.openhersys.notification.form.NotificationForm;

/** A form as the columns of its revision: the document, and beside it what lists and cases show. */
public final class FormColumns {
  private FormColumns() {}

  /** Binds the columns; the form has the minimum set. */
  public static <S extends SqlStatement<S>> S bind(
      S statement, NotificationForm form, KeptJson json) {
    CurrentStatus status = form.currentStatus();
    return statement
        .bind("document", json.write(form))
        .bind("category", form.diagnosisCategory().name())
        .bind("diagnosisDate", form.diagnosisDate())
        .bind("attestedBy", said(form.attestedBy()))
        .bind("name", form.patient().name())
        .bind("nameKana", said(form.patient().nameKana()))
        .bind("sex", form.patient().sex().name())
        .bind("birthDate", form.patient().birthDate())
        .bind("municipality", municipality(form))
        .bind("status", status == null ? null : status.name());
  }

  /** Where the patient is or, while that is unknown, is registered. */
  private static String municipality(NotificationForm form) {
    Address current = Objects.requireNonNullElse(form.currentLocation(), Address.UNKNOWN);
    Address registered = Objects.requireNonNullElse(form.registeredAddress(), Address.UNKNOWN);
    return current.municipalityCode() == null
        ? registered.municipalityCode()
        : current.municipalityCode();
  }

  private static String said(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
