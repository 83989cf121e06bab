package org.openhersys.notification.print;

import java.util.List;

/**
 * 発生届の写し, before it is set in type.
 *
 * @param title stands above the first page
 * @param note says that it is a copy
 * @param head rows of the head: what the system knows of the notification
 * @param items rows of the form
 * @param foot stands below every page, before its number
 */
record PrintedSheet(
    String title, String note, List<PrintedRow> head, List<PrintedRow> items, String foot) {}
