package org.openhersys.identity.directory;

/** 所管の移動: a municipality that goes from one health centre to another. */
public record MovedJurisdiction(String municipalityCode, String fromCode, String toCode) {}
