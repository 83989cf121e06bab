package org.openhersys.tracking.testlist;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openhersys.tracking.organisation.Author;
import org.openhersys.tracking.organisation.OrganisationReference;

/**
 * 検査の履歴: who left which tests in a notification, and when.
 *
 * @param revision of the notification
 * @param tests as that revision has them
 */
public record TestListEntry(
    UUID notificationId,
    int revision,
    Instant recordedAt,
    OrganisationReference organisation,
    Author recordedBy,
    List<JsonNode> tests) {}
