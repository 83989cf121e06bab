package org.openhersys.tracking.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 症例の一覧: a page.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record CasePage(List<CaseSummary> items, @Nullable String next) {}
