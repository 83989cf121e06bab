/** A mail server whose inbox can be looked at. */
@NullMarked
package org.openhersys.local.mail;

import org.jspecify.annotations.NullMarked;
