/** A HAPI FHIR JPA server as small as it can be made: what OpenHERSYS is measured beside. */
@NullMarked
package org.openhersys.load.hapi;

import org.jspecify.annotations.NullMarked;
