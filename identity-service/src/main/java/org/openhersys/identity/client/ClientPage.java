package org.openhersys.identity.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of clients, the oldest first; {@code next} is absent on the last. */
public record ClientPage(List<ClientSummary> items, @Nullable String next) {}
