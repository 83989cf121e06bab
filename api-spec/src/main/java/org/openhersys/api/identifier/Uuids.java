package org.openhersys.api.identifier;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** Makes the ids of resources: UUID version 7 (RFC 9562). They are never used for ordering. */
public final class Uuids {
  private static final TimeBasedEpochRandomGenerator GENERATOR =
      Generators.timeBasedEpochRandomGenerator();

  private Uuids() {}

  /** A new id, unique without asking anybody. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
