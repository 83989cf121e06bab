package org.openhersys.notification.batch;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Batches ({@code hersys.batch.*}); the values stand in application.properties. */
@ConfigMapping(prefix = "hersys.batch")
interface BatchSettings {

  /** The most rows of one batch. */
  int mostRows();

  /** The most bytes of one row; not less than a single notification may have. */
  int mostRowBytes();

  /** The most bytes of one batch; less than {@code quarkus.http.limits.max-body-size}. */
  long mostBytes();

  /** How many batches of one organisation may be on their way at once. */
  int mostOpen();

  /** How many bodies an instance receives at once; each holds a thread while it comes. */
  int mostReceiving();

  /** How many of these may be one organisation's, new ones and those that are sent again. */
  int mostReceivingOfOne();

  /**
   * For how long a body may come; less than the hour for which {@code notification.enter_receiving}
   * lets it in.
   */
  Duration longestReception();

  /** How many bytes of a body must have come for each second since it began. */
  long leastBytesPerSecond();

  /** For how long at the beginning fewer may come. */
  Duration slowStart();

  /** How many rows are kept, and later taken in, together. */
  int chunkRows();

  /** How many bytes are kept together, however few rows they are; as much memory one row more. */
  int chunkBytes();

  /** How many workers an instance has; none: it only receives. */
  int workers();

  /** How often a worker that has nothing to do looks for a job. */
  Duration poll();

  /** Before a batch that could not be worked on is tried again; doubled each time. */
  Duration firstPause();

  /** The longest such pause. */
  Duration longestPause();

  /** When a batch that waits and is not worked on is told of by health. */
  Duration lateAfter();

  /** How often broken-off and old batches are looked for. */
  Duration housekeepingEvery();

  /** When a batch of which nothing more comes is given up. */
  Duration abandonedAfter();

  /** How many findings of a refused row are kept. */
  int mostFindingsOfARow();

  /** How many findings of a batch's refused rows are kept; one of each in any case. */
  int mostFindings();

  /** For how long what became of a batch can be read. */
  Duration kept();
}
