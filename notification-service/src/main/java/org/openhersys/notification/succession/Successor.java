package org.openhersys.notification.succession;

import java.time.Instant;
import java.util.UUID;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.check.Verdict;
import org.openhersys.notification.form.NotificationForm;

/**
 * 追加登録 on its way in.
 *
 * @param id of the notification that is about to be
 * @param version by whose rules it is read
 * @param at the instant of 報告, the server's
 * @param byFax whether it is entered from a fax, in the name of whoever sent that
 */
record Successor(
    UUID id,
    NotificationForm form,
    FormVersion version,
    Verdict verdict,
    Instant at,
    boolean byFax) {}
