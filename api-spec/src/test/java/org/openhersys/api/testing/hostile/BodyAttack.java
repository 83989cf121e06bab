package org.openhersys.api.testing.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Whole bodies: none, not JSON, not UTF-8, deep, huge, compressed, of another media type. */
final class BodyAttack implements Attack {
  private static final int MEGABYTE = 1024 * 1024;
  private static final byte[] BOMB = compressed(new byte[64 * MEGABYTE]);

  private static final List<String> NO_JSON =
      List.of(
          "{",
          "{\"a\":",
          "[1,2",
          "{\"a\":1}{\"a\":1}",
          "{} x",
          "{'a':1}",
          "{\"a\":1,}",
          "{a:1}",
          "/**/{}",
          "{\"a\":\"\u0001\"}",
          "{\"a\":\"\\x\"}",
          "NaN",
          "undefined",
          " ",
          "<a/>",
          "a=1",
          "\u0000",
          "\"",
          "{\"\\ud800\":");

  @Override
  public Stream<Attempt> against(Endpoint endpoint, Fixture fixture) {
    List<Attempt> attempts = new ArrayList<>();
    if (!endpoint.hasBody()) {
      attempts.add(Attempt.bearable("a body where none is read", r -> json(r).body("{\"a\":1}")));
    } else {
      attempts.add(Attempt.refused("no body", r -> r.body((byte[]) null)));
      attempts.add(Attempt.refused("an empty body", r -> r.body("")));
      attempts.add(Attempt.refused("an empty body in chunks", r -> r.body("").inChunks()));
      encodings(attempts);
      mediaTypes(attempts);
    }
    if (endpoint.isJson()) {
      NO_JSON.forEach(text -> unreadable(text, r -> r.body(text), attempts));
      List.of("null", "[]", "17", "true", "\"" + Canary.NAME + "\"")
          .forEach(text -> unreadable(text, r -> r.body(text), attempts));
      misencoded(attempts);
      deep(attempts);
    }
    attempts.addAll(huge(endpoint).toList());
    return attempts.stream();
  }

  /** What costs memory, when somebody holds all of it. */
  static Stream<Attempt> huge(Endpoint endpoint) {
    List<Attempt> attempts = new ArrayList<>();
    // What is neither JSON nor a form (a file) may be larger, but not for ever.
    boolean file = endpoint.hasBody() && !endpoint.isJson() && !endpoint.isForm();
    byte[] more = new byte[file ? 12 * MEGABYTE : MEGABYTE + 1];
    Arrays.fill(more, (byte) ' ');
    UnaryOperator<Request> typed = endpoint.hasBody() ? r -> r : BodyAttack::json;
    // Rows that are all blank are none, however many.
    Integer[] refusal =
        endpoint.isOfRows()
            ? new Integer[] {413, 422}
            : endpoint.hasBody() ? new Integer[] {413} : new Integer[0];
    attempts.add(Attempt.answered("too large a body", r -> typed.apply(r).body(more), refusal));
    attempts.add(
        Attempt.answered(
            "too large a body in chunks", r -> typed.apply(r).body(more).inChunks(), refusal));
    attempts.add(
        bomb(
            "a compression bomb",
            r -> typed.apply(r).header("Content-Encoding", "gzip"),
            endpoint));
    attempts.add(bomb("the same, not said to be one", typed, endpoint));
    return attempts.stream();
  }

  private static Attempt bomb(String what, UnaryOperator<Request> typed, Endpoint endpoint) {
    UnaryOperator<Request> bend = r -> typed.apply(r).body(BOMB);
    return endpoint.hasBody() && !endpoint.isOfRows()
        ? Attempt.refused(what, bend)
        : Attempt.bearable(what, bend);
  }

  static void deep(List<Attempt> attempts) {
    for (int levels : new int[] {40, 10_000}) {
      unreadable(levels + " lists", r -> r.body("[".repeat(levels) + "]".repeat(levels)), attempts);
      unreadable(
          levels + " objects",
          r -> r.body("{\"a\":".repeat(levels) + "1" + "}".repeat(levels)),
          attempts);
      unreadable(
          levels + " lists beneath a member",
          r -> BentJson.add(r, "", "\"a\"", "[".repeat(levels) + "]".repeat(levels)),
          attempts);
    }
  }

  private static void encodings(List<Attempt> attempts) {
    attempts.add(
        Attempt.bearable(
            "compressed", r -> r.header("Content-Encoding", "gzip").body(compressed(r.body()))));
    attempts.add(Attempt.bearable("Content-Encoding br", r -> r.header("Content-Encoding", "br")));
  }

  private static void misencoded(List<Attempt> attempts) {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32"))) {
      unreadable(charset.name(), r -> r.body(r.text().getBytes(charset)), attempts);
    }
    unreadable("ISO-8859-1", r -> BentJson.add(r, "", "\"a\"", "\"@\"").body(latin(r)), attempts);
    for (byte[] broken :
        List.of(
            new byte[] {(byte) 0xc0, (byte) 0x80},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xe3, (byte) 0x81},
            new byte[] {(byte) 0xff})) {
      unreadable("broken UTF-8 " + Arrays.toString(broken), r -> r.body(with(r, broken)), attempts);
    }
    attempts.add(Attempt.bearable("a byte order mark", r -> r.body("\ufeff" + r.text())));
  }

  private static byte[] latin(Request request) {
    return ("{\"a\":\"é" + Canary.NAME + "\"," + request.text().substring(1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The bytes within a string that begins the body. */
  private static byte[] with(Request request, byte[] bytes) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("{\"a\":\"".getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(bytes);
    body.writeBytes(("\"," + request.text().substring(1)).getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static void mediaTypes(List<Attempt> attempts) {
    for (String type :
        List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/octet-stream")) {
      attempts.add(
          Attempt.answered("Content-Type " + type, r -> r.header("Content-Type", type), 400, 415));
    }
    for (String type :
        List.of(
            "",
            "/",
            "application",
            "application/json/x",
            "a/b; =",
            "application/json; charset=nonsense",
            "*/*",
            "application/json, text/plain",
            Canary.NAME)) {
      attempts.add(Attempt.bearable("Content-Type " + type, r -> r.header("Content-Type", type)));
    }
    attempts.add(Attempt.bearable("no Content-Type", r -> r.header("Content-Type", null)));
  }

  private static void unreadable(String what, UnaryOperator<Request> bend, List<Attempt> attempts) {
    attempts.add(Attempt.answered("the body " + what, bend, 400));
  }

  private static Request json(Request request) {
    return request.header("Content-Type", "application/json");
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
