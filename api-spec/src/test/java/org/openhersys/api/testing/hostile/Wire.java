package org.openhersys.api.testing.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * HTTP/1.1 to the letter, one connection a request. A client library would correct, refuse or
 * repeat what an attacker sends.
 */
final class Wire {
  private static final int LONGEST_WAIT_MILLIS = 20_000;
  private static final int LARGE = 60_000;
  private static final int CHUNK = 8_000;

  private final int port;

  Wire(int port) {
    this.port = port;
  }

  /**
   * Sends and reads the answer.
   *
   * @throws AssertionError when none comes, or one that is not HTTP
   */
  Answer send(Request request) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    text(head, request.method() + " " + request.target() + " HTTP/1.1\r\n");
    text(head, "Host: localhost:" + port + "\r\n");
    request.headers().forEach(h -> text(head, h.name() + ": " + h.value() + "\r\n"));
    byte[] body = request.body();
    if (body == null) {
      text(head, "\r\n");
    } else if (request.chunked()) {
      text(head, "Transfer-Encoding: chunked\r\n\r\n");
      chunks(head, body);
    } else {
      text(head, "Content-Length: " + body.length + "\r\n\r\n");
      head.writeBytes(body);
    }
    return send(head.toByteArray(), request.method());
  }

  /** Sends bytes that need not be a request. */
  Answer send(byte[] bytes, String method) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(LONGEST_WAIT_MILLIS);
      socket.setTcpNoDelay(true);
      if (bytes.length > LARGE) {
        // The server may answer, and stop reading, before it has everything.
        Thread writer = new Thread(() -> write(socket, bytes));
        writer.setDaemon(true);
        writer.start();
      } else {
        write(socket, bytes);
      }
      return read(new BufferedInputStream(socket.getInputStream()), method);
    } catch (SocketTimeoutException hanging) {
      throw new AssertionError("no answer, and the connection is left hanging", hanging);
    } catch (IOException broken) {
      throw new AssertionError("no answer: " + broken, broken);
    }
  }

  private static void write(Socket socket, byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException closed) {
      // Then the answer is there already, or reading says that there is none.
    }
  }

  private static Answer read(InputStream in, String method) throws IOException {
    String line = line(in);
    if (!line.matches("HTTP/[0-9]\\.[0-9] [1-5][0-9]{2} .*")) {
      throw new EOFException("not HTTP: " + line);
    }
    int status = Integer.parseInt(line.substring(9, 12));
    Map<String, List<String>> headers = headers(in);
    if (status < 200) {
      return read(in, method);
    }
    boolean none = method.equals("HEAD") || status == 204 || status == 304;
    byte[] body = none ? new byte[0] : body(in, headers);
    return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
  }

  private static Map<String, List<String>> headers(InputStream in) throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT),
              n -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
    if (headers.containsKey("content-length")) {
      return exactly(in, Integer.parseInt(headers.get("content-length").get(0)));
    }
    if (!headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
      return in.readAllBytes();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.writeBytes(exactly(in, size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).replaceAll(";.*", "").strip(), 16);
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("%d of %d bytes".formatted(bytes.length, length));
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("closed after " + line.size() + " bytes of a line");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static void chunks(ByteArrayOutputStream out, byte[] body) {
    for (int from = 0; from < body.length; from += CHUNK) {
      int length = Math.min(CHUNK, body.length - from);
      text(out, Integer.toHexString(length) + "\r\n");
      out.write(body, from, length);
      text(out, "\r\n");
    }
    text(out, "0\r\n\r\n");
  }

  private static void text(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
