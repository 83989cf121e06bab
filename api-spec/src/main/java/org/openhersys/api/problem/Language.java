package org.openhersys.api.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which language a request wants: Japanese unless {@code Accept-Language} prefers English. */
@Singleton
public class Language {
  /** Longer than any person's preferences; reading them costs the square of their number. */
  private static final int MOST_CHARACTERS = 500;

  private static final List<Locale> SPOKEN = List.of(Locale.JAPANESE, Locale.ENGLISH);

  /** The language of a JAX-RS request. */
  public Locale of(HttpHeaders headers) {
    return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** The language of a header's value; null and nonsense mean Japanese. */
  public static Locale of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null
        || acceptLanguage.isBlank()
        || acceptLanguage.length() > MOST_CHARACTERS) {
      return Locale.JAPANESE;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return found == null ? Locale.JAPANESE : found;
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      // The latter is what the JDK makes of a range such as "-".
      return Locale.JAPANESE;
    }
  }
}
