/** Who looked at what (アクセスログ). */
@NullMarked
package org.openhersys.api.accesslog;

import org.jspecify.annotations.NullMarked;
