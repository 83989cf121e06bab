package org.openhersys.notification.batch;

import org.jspecify.annotations.Nullable;

/**
 * 行: as it was sent.
 *
 * @param number by which its sender finds it again, from 1
 * @param content a form in JSON; null where it was too long to be kept
 */
record RawRow(int number, byte @Nullable [] content) {}
