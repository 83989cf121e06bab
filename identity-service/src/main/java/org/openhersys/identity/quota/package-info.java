/** How many accounts a health centre may issue (アカウント数の上限). */
@NullMarked
package org.openhersys.identity.quota;

import org.jspecify.annotations.NullMarked;
