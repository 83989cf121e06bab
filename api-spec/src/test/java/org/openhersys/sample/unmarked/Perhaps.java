package org.openhersys.sample.unmarked;

/** Stands in a package that does not say where null may be. */
public interface Perhaps {}
