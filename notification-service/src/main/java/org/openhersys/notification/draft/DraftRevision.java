package org.openhersys.notification.draft;

import java.time.Instant;
import java.util.List;
import org.openhersys.notification.form.NotificationForm;
import org.openhersys.notification.submission.Author;

/**
 * 下書きの改訂: who typed what when.
 *
 * @param differences JSON pointers of what differs from the revision before; empty for the first
 */
public record DraftRevision(
    int revision,
    Instant recordedAt,
    Author enteredBy,
    List<String> differences,
    NotificationForm document) {}
