/** Accounts are issued and changed, by those who may (アカウント発行). */
@NullMarked
package org.openhersys.identity.issuing;

import org.jspecify.annotations.NullMarked;
