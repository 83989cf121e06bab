package org.openhersys.notification.print;

/**
 * A row of the printed form.
 *
 * @param number of the item on 別記様式6-1; empty for what stands in its head or beside it
 * @param label what the item is called
 * @param value what is written there, as it was typed, codes in Japanese; empty where nothing is
 */
record PrintedRow(String number, String label, String value) {}
