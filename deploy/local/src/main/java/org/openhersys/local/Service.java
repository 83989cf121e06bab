package org.openhersys.local;

import java.nio.file.Path;

/** The three services as they are packaged. */
public enum Service {
  IDENTITY("identity-service"),
  NOTIFICATION("notification-service"),
  CASE_TRACKING("case-tracking-service");

  private final String title;

  Service(String title) {
    this.title = title;
  }

  /** The name of its folder, its process and its log. */
  public String title() {
    return title;
  }

  int port(Ports ports) {
    return switch (this) {
      case IDENTITY -> ports.identity();
      case NOTIFICATION -> ports.notification();
      case CASE_TRACKING -> ports.caseTracking();
    };
  }

  Path jar(Path root) {
    return root.resolve(title).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
