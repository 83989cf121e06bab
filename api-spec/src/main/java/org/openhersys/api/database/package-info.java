/** The shared database: pools, transactions in a caller's scope, whether it serves. */
@NullMarked
package org.openhersys.api.database;

import org.jspecify.annotations.NullMarked;
