/** Municipalities (市区町村) and postcodes (郵便番号), as the official lists have them. */
@NullMarked
package org.openhersys.notification.municipality;

import org.jspecify.annotations.NullMarked;
