package org.openhersys.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stops the work and is answered as problem details. What is only told to the user is a {@link
 * Finding}.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<Finding> errors;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /** A problem of that type with its findings. */
  public ProblemException(ProblemType type, List<Finding> errors) {
    super(type.uri(), null, false, false);
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  /** 400: not to be read at all; the first fault. */
  public static ProblemException malformed(String pointer, String code, String ja, String en) {
    return new ProblemException(
        ProblemType.MALFORMED_REQUEST, List.of(Finding.error(pointer, code, ja, en)));
  }

  /** 401, the same for whatever was wrong. */
  public static ProblemException unauthenticated(String code, String ja, String en) {
    return new ProblemException(
        ProblemType.UNAUTHENTICATED, List.of(Finding.error("", code, ja, en)));
  }

  /** 401 for a token, session, account or client that is not or no longer valid. */
  public static ProblemException unauthenticated() {
    return new ProblemException(ProblemType.UNAUTHENTICATED, List.of());
  }

  /** 403. */
  public static ProblemException forbidden() {
    return new ProblemException(ProblemType.FORBIDDEN, List.of());
  }

  /** 404, also for what the caller may not know of: the same body. */
  public static ProblemException notFound() {
    return new ProblemException(ProblemType.NOT_FOUND, List.of());
  }

  /** 409: not in this state. */
  public static ProblemException conflict(String code, String ja, String en) {
    return new ProblemException(ProblemType.CONFLICT, List.of(Finding.error("", code, ja, en)));
  }

  /** 409: the first request under this key is still at work. */
  public static ProblemException inProgress() {
    return new ProblemException(ProblemType.IN_PROGRESS, List.of()).retryAfter(2);
  }

  /** 410: it was there and is not any more, such as a cursor from before a restore. */
  public static ProblemException gone(String code, String ja, String en) {
    return new ProblemException(ProblemType.GONE, List.of(Finding.error("", code, ja, en)));
  }

  /**
   * 412: somebody else was first.
   *
   * @param current the present ETag, or null where nothing stands
   * @param changedBy the organisation that changed it, or null where the caller may not know
   * @param differences JSON pointers of what differs from the version the caller had
   */
  public static ProblemException stale(
      @Nullable String current, @Nullable String changedBy, List<String> differences) {
    return new ProblemException(ProblemType.STALE, List.of())
        .with("current", current)
        .with("changedBy", changedBy)
        .with("differences", differences);
  }

  /** 422 with all findings at once. */
  public static ProblemException invalidContent(List<Finding> findings) {
    return new ProblemException(ProblemType.INVALID_CONTENT, findings);
  }

  /** 422 with one finding. */
  public static ProblemException invalidContent(String pointer, String code, String ja, String en) {
    return invalidContent(List.of(Finding.error(pointer, code, ja, en)));
  }

  /** 422: the key was used for another body. */
  public static ProblemException keyReused() {
    return new ProblemException(ProblemType.KEY_REUSED, List.of());
  }

  /** 428: a change needs If-Match. */
  public static ProblemException preconditionRequired() {
    return new ProblemException(ProblemType.PRECONDITION_REQUIRED, List.of());
  }

  /**
   * 429.
   *
   * @param seconds when to come again
   */
  public static ProblemException tooManyRequests(long seconds) {
    return new ProblemException(ProblemType.TOO_MANY_REQUESTS, List.of()).retryAfter(seconds);
  }

  /** 503: nothing was stored; come again in a second or two. */
  public static ProblemException unavailable() {
    return unavailable(2);
  }

  /** 503, to come again after that many seconds. */
  public static ProblemException unavailable(long seconds) {
    return new ProblemException(ProblemType.UNAVAILABLE, List.of()).retryAfter(seconds);
  }

  /** Adds an extension member; null is left out. */
  public ProblemException with(String member, @Nullable Object value) {
    if (value != null) {
      members.put(member, value);
    }
    return this;
  }

  private ProblemException retryAfter(long seconds) {
    headers.put("Retry-After", Long.toString(Math.max(1, seconds)));
    return this;
  }

  /** What kind of problem. */
  public ProblemType type() {
    return type;
  }

  /** The findings for {@code errors[]}. */
  public List<Finding> errors() {
    return errors;
  }

  /** Extension members. */
  public Map<String, Object> members() {
    return members;
  }

  /** Headers of the answer. */
  public Map<String, String> headers() {
    return headers;
  }
}
