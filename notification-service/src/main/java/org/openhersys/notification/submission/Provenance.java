package org.openhersys.notification.submission;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;

/**
 * 由来: who notifies and who typed it, where that is not simply whoever reports.
 *
 * @param sender 届出医療機関: the organisation that notifies
 * @param enteredBy 入力者; who attests stands in the form ([S17])
 * @param faxReceivedOn FAX受信日, where a health centre enters what came by fax; else null
 */
public record Provenance(UUID sender, Author enteredBy, @Nullable LocalDate faxReceivedOn) {

  /** Of what the caller reports as it comes. */
  public static Provenance of(Caller caller) {
    return new Provenance(
        caller.organisationId(), new Author(caller.principalId(), caller.operator()), null);
  }
}
