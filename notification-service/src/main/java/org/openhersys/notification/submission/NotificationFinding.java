package org.openhersys.notification.submission;

import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Severity;

/**
 * 警告 of a notification, in the reader's language.
 *
 * @param setAside null while it is open
 */
public record NotificationFinding(
    String pointer, String code, Severity severity, String message, @Nullable SetAside setAside) {}
