package org.openhersys.identity;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;

/** Fixtures: a local government with a health centre, its institute, and a hospital of its area. */
public record Area(
    String municipality, UUID government, UUID centre, UUID institute, UUID hospital) {
  private static final AtomicInteger NEXT = new AtomicInteger(70_000);

  /** A new one. */
  public static Area create() {
    String municipality = newMunicipality();
    UUID government = Directory.organisation("LOCAL_GOVERNMENT", "架空市", municipality);
    UUID centre = Directory.healthCentre(municipality);
    UUID institute = Directory.organisation("LOCAL_INSTITUTE", "架空衛生研究所", null);
    under(government, centre);
    under(government, institute);
    return new Area(
        municipality, government, centre, institute, Directory.institution(municipality));
  }

  /** Another centre of the same local government. */
  public UUID anotherCentre() {
    UUID centre = Directory.healthCentre(newMunicipality());
    under(government, centre);
    return centre;
  }

  /** A municipality code that nobody has yet, with its check digit. */
  public static String newMunicipality() {
    int five = NEXT.getAndIncrement();
    int sum = 0;
    int rest = five;
    for (int weight = 2; weight <= 6; weight++) {
      sum += weight * (rest % 10);
      rest /= 10;
    }
    return "%05d%d".formatted(five, (11 - sum % 11) % 10);
  }

  /** Puts an organisation under another. */
  public static void under(UUID parent, UUID child) {
    HersysDatabase.owner()
        .useHandle(
            handle ->
                handle.execute(
                    "update identity.organisation set parent_id = ? where id = ?", parent, child));
  }

  /** The code of an organisation. */
  public static String codeOf(UUID organisation) {
    return HersysDatabase.owner()
        .withHandle(
            handle ->
                handle
                    .createQuery("select code from identity.organisation where id = ?")
                    .bind(0, organisation)
                    .mapTo(String.class)
                    .one());
  }
}
