package org.openhersys.sample.loan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;
import org.openhersys.elsewhere.Foreign;

/** A class for each rule of the house, that breaks it and no other. */
public final class Breaches {
  private Breaches() {}

  // Interfaces, so that no Quarkus test takes them for endpoints.

  /** Does the database's work. */
  @Path("/loans")
  @RolesAllowed("CLERK")
  public interface LoansWithSqlResource {
    @GET
    int count(Handle handle);
  }

  /** Answers without being asked by HTTP. */
  public interface Lending {
    Response lend();
  }

  /** Is open to whoever comes. */
  @Path("/loans")
  public interface OpenLoansResource {
    @GET
    String list();
  }

  /** Reaches into another service. */
  public interface Borrowing {
    Foreign from();
  }

  /** Looks at its own watch. */
  public static final class Watch {
    private Watch() {}

    /** Breaks the rule. */
    public static Instant instant() {
      return Instant.now();
    }

    /** Breaks the rule: a zone says nothing of whose clock it is. */
    public static LocalDate day(ZoneId zone) {
      return LocalDate.now(zone);
    }

    /** Breaks the rule: a clock that nobody gave. */
    public static Clock clock() {
      return Clock.systemUTC();
    }

    /** Breaks no rule. */
    public static Instant instant(Clock clock) {
      return Instant.now(clock);
    }
  }

  /** Is not told from its name. */
  @Path("/loans")
  @RolesAllowed("CLERK")
  public interface Loans {
    @GET
    String list();
  }

  /** Accounts for itself. */
  public static final class OwnAccount {
    private OwnAccount() {}

    /** Breaks the rule. */
    public static int write(Handle handle) {
      return handle.execute("insert into audit.access_log (operation) values ('loan.read')");
    }
  }
}
