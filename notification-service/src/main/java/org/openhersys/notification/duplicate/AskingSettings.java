package org.openhersys.notification.duplicate;

import io.smallrye.config.ConfigMapping;

/**
 * How often an account or machine client validates forms ({@code hersys.validation.*}); the values
 * stand in application.properties.
 */
@ConfigMapping(prefix = "hersys.validation")
interface AskingSettings {

  /** How many at once, after a pause; at least 1. */
  int atOnce();

  /** How many a minute in the long run; at least 1. */
  int perMinute();
}
