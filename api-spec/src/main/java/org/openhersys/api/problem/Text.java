package org.openhersys.api.problem;

import java.util.Locale;

/** A message to people, in both languages of the system. */
public record Text(String ja, String en) {
  /** English where English is wanted, Japanese otherwise. */
  public String in(Locale locale) {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : ja;
  }
}
