package org.openhersys.local.proxy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhersys.local.Service;

/**
 * Which service answers for a path. Resources are named across the services without overlap; what
 * is not listed does not exist here, the services' own /q/ pages among it.
 */
public final class Routes {
  private static final Map<Service, List<String>> TABLE = new LinkedHashMap<>();

  static {
    TABLE.put(
        Service.IDENTITY,
        List.of(
            "/api/v1/sessions",
            "/api/v1/accounts",
            "/api/v1/organisations",
            "/api/v1/clients",
            "/api/v1/support-accesses",
            "/oauth2/token",
            "/.well-known",
            "/openapi/identity.yaml",
            "/openapi/common.yaml"));
    TABLE.put(
        Service.NOTIFICATION,
        List.of(
            "/api/v1/notifications",
            "/api/v1/notification-batches",
            "/api/v1/notification-drafts",
            "/api/v1/faxes",
            "/api/v1/validations",
            "/api/v1/checks",
            "/api/v1/forms",
            "/api/v1/daily-counts",
            "/api/v1/mails",
            "/api/v1/quality-checks",
            "/fhir/notification",
            "/openapi/notification.yaml"));
    TABLE.put(
        Service.CASE_TRACKING,
        List.of(
            "/api/v1/cases",
            "/api/v1/handovers",
            "/api/v1/monitoring-entries",
            "/api/v1/statistics",
            "/api/v1/exports",
            "/api/v1/subscriptions",
            "/api/v1/processing-numbers",
            "/api/v1/access-log",
            "/fhir/case",
            "/openapi/case-tracking.yaml"));
  }

  private Routes() {}

  /**
   * The service that has the resource of a path, or anything below it.
   *
   * @param path as it stands in the request, still encoded, without the query
   * @return nothing for an unknown resource and for a path that could be read in two ways
   */
  public static Optional<Service> serviceFor(String path) {
    if (isAmbiguous(path)) {
      return Optional.empty();
    }
    return TABLE.entrySet().stream()
        .filter(route -> route.getValue().stream().anyMatch(prefix -> covers(prefix, path)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean covers(String prefix, String path) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  /** Another server might take these for a different path than the one matched here. */
  private static boolean isAmbiguous(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return path.contains("//")
        || path.contains("\\")
        || path.contains(";")
        || lower.contains("%2f")
        || lower.contains("%5c")
        || lower.contains("%25")
        || List.of(lower.replace("%2e", ".").split("/")).stream()
            .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
  }
}
