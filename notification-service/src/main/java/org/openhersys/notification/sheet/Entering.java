package org.openhersys.notification.sheet;

import java.util.UUID;
import org.openhersys.notification.submission.Author;

/**
 * Who entered a revision.
 *
 * @param organisation where
 */
record Entering(UUID organisation, Author author) {}
