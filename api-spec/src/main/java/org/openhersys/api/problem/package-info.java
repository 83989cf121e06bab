/** Errors as the contract has them (RFC 9457), and findings. */
@NullMarked
package org.openhersys.api.problem;

import org.jspecify.annotations.NullMarked;
