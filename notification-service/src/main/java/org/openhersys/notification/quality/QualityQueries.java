package org.openhersys.notification.quality;

import java.util.List;

/** 照会: the caller's part of what was asked about a notification, in the order it was asked. */
public record QualityQueries(List<QualityQuery> items) {}
