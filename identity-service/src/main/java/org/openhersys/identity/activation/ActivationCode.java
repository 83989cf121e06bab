package org.openhersys.identity.activation;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code that makes an account its holder's: 140 random bits in 28 characters of Crockford's base
 * 32, which has no I, L, O and U, in groups of four. However it is typed — small letters, full
 * width, without hyphens, O for 0 — it is the same code.
 *
 * @param characters without hyphens
 */
record ActivationCode(String characters) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 28;
  private static final int GROUP = 4;
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Pd}\\u2212ー]");

  /** A new one. */
  static ActivationCode random(SecureRandom random) {
    StringBuilder characters = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new ActivationCode(characters.toString());
  }

  /** What was typed; empty when it can be no code. */
  static Optional<ActivationCode> typed(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String characters =
        IGNORED
            .matcher(plain)
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return FORM.matcher(characters).matches()
        ? Optional.of(new ActivationCode(characters))
        : Optional.empty();
  }

  /** The first group: wrong guesses are counted by it, as wrong passwords are by a login id. */
  String firstGroup() {
    return characters.substring(0, GROUP);
  }

  /** As it is shown. */
  String shown() {
    return String.join("-", characters.split("(?<=\\G.{" + GROUP + "})"));
  }

  @Override
  public String toString() {
    return "ActivationCode[hidden]";
  }
}
