package org.openhersys.api.problem;

import java.util.Locale;

/**
 * Something that is told about a document: a value, not an exception.
 *
 * @param pointer JSON pointer (RFC 6901) to the place; empty for the whole document
 * @param code stable, for programs
 */
public record Finding(String pointer, String code, Severity severity, Text message) {

  /** A finding that refuses. */
  public static Finding error(String pointer, String code, String ja, String en) {
    return new Finding(pointer, code, Severity.ERROR, new Text(ja, en));
  }

  /** A finding that is kept and blocks nothing. */
  public static Finding warning(String pointer, String code, String ja, String en) {
    return new Finding(pointer, code, Severity.WARNING, new Text(ja, en));
  }

  /** As it is shown to a reader of that language. */
  public FindingView in(Locale locale) {
    return new FindingView(pointer, code, severity, message.in(locale));
  }
}
