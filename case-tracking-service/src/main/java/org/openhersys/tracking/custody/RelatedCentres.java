package org.openhersys.tracking.custody;

import java.util.List;
import org.openhersys.api.http.ETags;

/**
 * 関係保健所 of a case at present, by code.
 *
 * @param version grows with each change of the list
 */
public record RelatedCentres(int version, List<RelatedCentre> items) {

  /** The entity tag: the list changes alone, so it has a tag of its own. */
  String tag() {
    return ETags.strong("related", version);
  }
}
