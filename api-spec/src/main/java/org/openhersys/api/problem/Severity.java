package org.openhersys.api.problem;

/**
 * What a finding does: an error refuses, a warning is kept with the document and blocks nothing.
 */
public enum Severity {
  ERROR,
  WARNING
}
