package org.openhersys.identity.matrix;

import java.util.UUID;
import org.openhersys.api.http.ETags;
import org.openhersys.api.testing.HersysDatabase;
import org.openhersys.api.testing.matrix.Asking;
import org.openhersys.api.testing.matrix.Scene;
import org.openhersys.identity.Area;

/** A health centre or a medical institution, and those who manage it and others. */
final class OrganisationScene implements Scene {
  private final Neighbourhood neighbourhood = new Neighbourhood();
  private final boolean isCentre;
  private final UUID organisation;

  private OrganisationScene(boolean isCentre) {
    this.isCentre = isCentre;
    this.organisation = isCentre ? neighbourhood.here.centre() : neighbourhood.here.hospital();
  }

  static OrganisationScene centre() {
    return new OrganisationScene(true);
  }

  static OrganisationScene institution() {
    return new OrganisationScene(false);
  }

  @Override
  public Asking asking(String operation, String caller) {
    return asking(operation, Asking.by(neighbourhood.somebody(caller)));
  }

  /** Of somebody with that role or scope. */
  Asking askingByRole(String operation, String caller) {
    return asking(operation, Asking.by(caller, neighbourhood.organisationOf(caller)));
  }

  private Asking asking(String operation, Asking asking) {
    Asking ofIt = asking.of("id", organisation);
    return switch (operation) {
      case "listOrganisations" ->
          asking
              .with("municipality", neighbourhood.here.municipality())
              .lookingFor(neighbourhood.here.centre());
      case "importOrganisations" -> asking.sending(file()).again();
      case "changeOrganisationSettings" ->
          ofIt.sending(settings()).matching(tag("settings", "organisation_setting")).again();
      case "changeAccountQuota" -> ofIt.matching(tag("quota", "account_quota")).again();
      default -> ofIt;
    };
  }

  private String settings() {
    return isCentre ? "{\"samePersonMayConfirm\": true}" : "{}";
  }

  private String file() {
    String municipality = neighbourhood.here.municipality();
    return "code,kind,name,nameKana,parentCode,municipalityCode,jurisdiction,mailAddress\n"
        + (isCentre
            ? "%s,HEALTH_CENTRE,架空保健所,,,,,\n".formatted(Area.codeOf(organisation))
            : "9%s000,MEDICAL_INSTITUTION,架空病院,,,%s,,\n".formatted(municipality, municipality));
  }

  private String tag(String part, String table) {
    String key = part.equals("quota") ? "health_centre_id" : "organisation_id";
    int version =
        HersysDatabase.owner()
            .withHandle(
                h ->
                    h.select(
                            "select version from identity." + table + " where " + key + " = ?",
                            organisation)
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0));
    return ETags.strong(part, organisation, version);
  }
}
