package org.openhersys.identity.issuing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of accounts in the order of their login ids; {@code next} is absent on the last. */
public record AccountPage(List<ManagedAccount> items, @Nullable String next) {}
