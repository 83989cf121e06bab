package org.openhersys.notification.quality;

import org.openhersys.notification.submission.OrganisationReference;

/**
 * 届出元ごとの精度: how good an institution's notifications were.
 *
 * @param notifications that a centre has confirmed at least once
 * @param withOpenWarnings of those, by their last turn in the chain
 * @param withMissingItems of those
 * @param correctedAfterConfirmation of those: by whomever
 * @param questions asked of the institution by its centre, and of the centre about it
 */
public record InstitutionQuality(
    OrganisationReference institution,
    int notifications,
    int withOpenWarnings,
    int withMissingItems,
    int correctedAfterConfirmation,
    int questions) {}
