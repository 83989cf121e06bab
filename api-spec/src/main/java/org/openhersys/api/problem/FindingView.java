package org.openhersys.api.problem;

/** A finding in the reader's language (schema {@code Finding} of common.yaml). */
public record FindingView(String pointer, String code, Severity severity, String message) {}
