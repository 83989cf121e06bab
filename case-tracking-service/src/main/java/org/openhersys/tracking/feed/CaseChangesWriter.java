package org.openhersys.tracking.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Inject;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Writes a page of the feed as newline-delimited JSON: a change a line, sent as they are written.
 * The page has been read and recorded by then; nothing can fail half-way but the connection.
 *
 * <p>Of {@code Object}, because where a method has several forms the framework looks for writers of
 * the answer around the page, and not of the page. For the same reason the form is that of the
 * answer's own Content-Type: the framework takes {@code Accept: application/*} for a form.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Produces({CaseChangesWriter.LINES, "application/*"})
public class CaseChangesWriter implements MessageBodyWriter<Object> {
  /** The media type in use for it; none is registered. */
  static final String LINES = "application/x-ndjson";

  static final MediaType LINES_TYPE = MediaType.valueOf(LINES);

  private final ObjectWriter document;
  private final ObjectWriter line;

  @Inject
  CaseChangesWriter(ObjectMapper json) {
    ObjectWriter writer = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    document = writer.forType(CaseChanges.class);
    line = writer.forType(CaseChange.class);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == CaseChanges.class;
  }

  @Override
  public void writeTo(
      Object answer,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    if (!LINES.equals(String.valueOf(headers.getFirst(HttpHeaders.CONTENT_TYPE)))) {
      document.writeValue(out, answer);
      return;
    }
    for (CaseChange change : ((CaseChanges) answer).items()) {
      line.writeValue(out, change);
      out.write('\n');
    }
  }
}
