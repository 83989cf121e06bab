package org.openhersys.api.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A class in whose constants stands a statement that writes the access log. */
final class WritesAudit extends ArchCondition<JavaClass> {
  private static final String STATEMENT = "insert into audit.";

  WritesAudit() {
    super("write audit");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean writes = constants(type).toLowerCase(Locale.ROOT).contains(STATEMENT);
    events.add(new SimpleConditionEvent(type, writes, type.getName() + " writes audit"));
  }

  // A class file holds its texts in modified UTF-8, in which these characters are themselves.
  private static String constants(JavaClass type) {
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
