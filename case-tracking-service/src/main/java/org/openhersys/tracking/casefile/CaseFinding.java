package org.openhersys.tracking.casefile;

import org.jspecify.annotations.Nullable;
import org.openhersys.api.problem.Severity;

/**
 * 警告 of a notification of the case, in the reader's language.
 *
 * @param setAside null while it is open
 */
public record CaseFinding(
    String pointer,
    String code,
    Severity severity,
    String message,
    @Nullable CaseSetAside setAside) {}
