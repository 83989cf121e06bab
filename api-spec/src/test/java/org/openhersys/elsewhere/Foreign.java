package org.openhersys.elsewhere;

/** Belongs to another service. */
public interface Foreign {}
