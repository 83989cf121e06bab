package org.openhersys.notification.fax;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Forgets the originals of faxes that were entered or closed a while ago, where that is set: the
 * fax, its digest and its history stay. How long the paper is kept is for the centre's own rules,
 * so without the setting nothing is forgotten. Several instances may do so at once.
 */
@Singleton
public class ForgettingOriginals {
  private final Jdbi jdbi;
  private final FaxRecords records;
  private final Clock clock;
  private final Optional<Duration> kept;

  /**
   * @param kept {@code hersys.fax.original-kept}: for how long an original can be read after the
   *     fax was settled; without end where it is not set
   */
  ForgettingOriginals(
      Jdbi jdbi,
      FaxRecords records,
      Clock clock,
      @ConfigProperty(name = "hersys.fax.original-kept") Optional<Duration> kept) {
    this.jdbi = jdbi;
    this.records = records;
    this.clock = clock;
    this.kept = kept;
  }

  /** In small batches, each a transaction of its own, until none is left. */
  @Scheduled(
      every = "${hersys.fax.forget-every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void forget() {
    kept.ifPresent(this::forgetAfter);
  }

  private void forgetAfter(Duration time) {
    int forgotten;
    do {
      forgotten =
          jdbi.withHandle(handle -> records.forgetOriginals(handle, clock.instant().minus(time)));
    } while (forgotten > 0);
  }
}
