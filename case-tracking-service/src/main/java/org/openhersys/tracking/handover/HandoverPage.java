package org.openhersys.tracking.handover;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 引継ぎの一覧: a page.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record HandoverPage(List<Handover> items, @Nullable String next) {}
