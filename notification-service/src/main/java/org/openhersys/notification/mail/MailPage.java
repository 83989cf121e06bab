package org.openhersys.notification.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 通知メールの一覧: a page.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record MailPage(List<Mail> items, @Nullable String next) {}
