package org.openhersys.local;

import java.io.PrintStream;

/** What a reader can do next. */
final class Summary {
  private final Options options;
  private final DataDirectory data;
  private final PrintStream out;

  Summary(Options options, DataDirectory data, PrintStream out) {
    this.options = options;
    this.data = data;
    this.out = out;
  }

  void print() {
    Ports ports = options.ports();
    out.printf("%n══ OpenHERSYS runs %s%n", "═".repeat(84));
    row("Base URL", ports.baseUrl());
    for (Service service : Service.values()) {
      row(service.title(), "http://localhost:%d/q/swagger-ui".formatted(service.port(ports)));
    }
    row("PostgreSQL", "127.0.0.1:%d, database hersys".formatted(ports.postgres()));
    if (options.smtp().isOwn()) {
      row(
          "Mail",
          "http://localhost:%d/ shows what was sent (SMTP on port %d)"
              .formatted(ports.inbox(), ports.smtp()));
    } else {
      row("Mail", "goes out through " + options.smtp());
    }
    row("Logs", data.logs().toString());
    row("Secrets", data.secrets() + " (mode 600)");
    if (options.demo()) {
      row("Sample credentials", data.credentials() + " (mode 600)");
      row("", "login ids, passwords, TOTP seeds, client ids and private keys");
      row("", options.root().resolve("deploy/local/token") + " lists who can log in");
      tryNext(ports);
    }
    out.println();
  }

  private void tryNext(Ports ports) {
    String base = ports.baseUrl();
    String asNishi = "curl -s -H \"Authorization: Bearer $NISHI\" '" + base;
    out.printf("%nTry next, in another shell:%n");
    command("curl -s " + base + "/.well-known/smart-configuration");
    command("curl -si -H 'Accept-Language: en' " + base + "/api/v1/cases");
    command(
        "NISHI=$(OPENHERSYS_DATA='%s' %s kakuu.nishi)"
            .formatted(options.data(), options.root().resolve("deploy/local/token")));
    command(asNishi + "/api/v1/cases?sort=newest&limit=5'");
    command(asNishi + "/api/v1/handovers?direction=incoming&limit=5'");
  }

  private void command(String text) {
    out.println("  " + text);
  }

  private void row(String name, String value) {
    out.printf("  %-24s %s%n", name, value);
  }
}
