package org.openhersys.sample.util;

/** Stands in a drawer. */
public interface Odds {}
