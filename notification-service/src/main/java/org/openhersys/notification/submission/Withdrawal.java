package org.openhersys.notification.submission;

import java.time.Instant;

/** 取下げ: why a notification was taken back, when and by whom. */
public record Withdrawal(
    String reason, Instant recordedAt, OrganisationReference organisation, Author recordedBy) {}
