/** What an organisation settles for itself (設定). */
@NullMarked
package org.openhersys.identity.settings;

import org.jspecify.annotations.NullMarked;
