/** An embedded PostgreSQL, migrated before anything reads it. */
@NullMarked
package org.openhersys.local.database;

import org.jspecify.annotations.NullMarked;
