/** Accounts (アカウント) and their passwords. */
@NullMarked
package org.openhersys.identity.account;

import org.jspecify.annotations.NullMarked;
