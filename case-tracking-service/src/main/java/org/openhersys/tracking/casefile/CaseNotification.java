package org.openhersys.tracking.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 発生届 of a case, in its present revision.
 *
 * @param standing whether it counts
 * @param document the form as it was written; notification-service alone knows its rules
 * @param findings warnings, open or set aside, in the reader's language
 */
public record CaseNotification(
    UUID id,
    int revision,
    NotificationStanding standing,
    String formVersion,
    List<SubmissionDate> submittedOn,
    OrganisationReference sender,
    CaseConfirmation confirmation,
    JsonNode document,
    List<CaseFinding> findings) {}
