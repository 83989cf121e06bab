package org.openhersys.identity.issuing;

import java.util.List;

/** A page of accounts in the order of their login ids; {@code next} is absent on the last. */
public record AccountPage(List<ManagedAccount> items, String next) {}
