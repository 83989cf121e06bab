package org.openhersys.notification.validation;

import java.util.List;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.check.Verdict;

/** What a form would be told if it were submitted now. */
record Validated(FormVersion version, Verdict verdict, List<String> missing) {}
