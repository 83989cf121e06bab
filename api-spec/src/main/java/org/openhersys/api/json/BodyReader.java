package org.openhersys.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.problem.ProblemType;

/** Reads {@link Body} parameters; the first fault of form is answered 400. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyReader implements MessageBodyReader<Body<?>> {
  /** A little less than the framework's own bound, which answers a chunked body without a word. */
  private static final int MOST_BYTES = 1_000_000;

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final ObjectMapper mapper;

  @Inject
  BodyReader(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == Body.class;
  }

  @Override
  public Body<?> readFrom(
      Class<Body<?>> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    Type content = ((ParameterizedType) generic).getActualTypeArguments()[0];
    byte[] raw = stream.readNBytes(MOST_BYTES + 1);
    if (raw.length > MOST_BYTES) {
      throw new ProblemException(ProblemType.TOO_LARGE, List.of());
    }
    return read(raw, content);
  }

  /**
   * Reads a body outside of a request parameter.
   *
   * @throws ProblemException 400 with the place of the first fault
   */
  public <T> Body<T> read(byte[] raw, Type content) {
    List<Finding> unreadable = UnreadableValues.collector();
    try {
      T value =
          mapper
              .readerFor(mapper.constructType(content))
              .withAttribute(UnreadableValues.attribute(), unreadable)
              .readValue(utf8(raw));
      if (value == null) {
        throw ProblemException.malformed("", "BODY_MISSING", "本文がありません", "There is no body");
      }
      return new Body<>(raw, value, List.copyOf(unreadable));
    } catch (UnrecognizedPropertyException unknown) {
      throw ProblemException.malformed(
          pointer(unknown), "FIELD_UNKNOWN", "この項目はありません", "There is no such field");
    } catch (JsonMappingException wrong) {
      if (wrong.getCause() instanceof JsonProcessingException notJson
          && !(notJson instanceof JsonMappingException)) {
        throw notJson(notJson);
      }
      if (String.valueOf(wrong.getOriginalMessage()).startsWith("Trailing token")) {
        throw notJson(wrong);
      }
      if (raw.length == 0) {
        throw ProblemException.malformed("", "BODY_MISSING", "本文がありません", "There is no body");
      }
      throw ProblemException.malformed(
          pointer(wrong), "TYPE_WRONG", "JSONの型が違います", "The JSON type is wrong");
    } catch (JsonProcessingException notJson) {
      throw notJson(notJson);
    } catch (IOException notUtf8) {
      throw ProblemException.malformed(
          "", "JSON_UNREADABLE", "UTF-8のJSONとして読み取れません", "Not JSON in UTF-8");
    }
  }

  /**
   * What a JSON merge patch makes of a document.
   *
   * @param present the document as it is, with the members that can be changed
   * @throws ProblemException 400 with the place of the first fault; naming a member that the
   *     document cannot have is one, even if only to remove it
   */
  public <T> Body<T> merged(Body<ObjectNode> patch, JsonNode present, Class<T> content) {
    // A member that is to be removed would not show in what comes of it, nor would half a
    // character, which a written document cannot hold.
    List<Finding> unreadable = this.<T>read(patch.raw(), content).findings();
    String document = MergePatch.apply(present, patch.value()).toString();
    Body<T> merged = read(document.getBytes(StandardCharsets.UTF_8), content);
    List<Finding> all =
        Stream.concat(unreadable.stream(), merged.findings().stream()).distinct().toList();
    return new Body<>(merged.raw(), merged.value(), all);
  }

  // UTF-8 and nothing else (RFC 8259): left alone, the parser guesses UTF-16 and UTF-32, and bears
  // surrogates that were encoded one by one. A byte order mark is passed over.
  private static Reader utf8(byte[] raw) throws CharacterCodingException {
    CharBuffer text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(raw));
    if (text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK) {
      text.get();
    }
    return new CharArrayReader(text.array(), text.position(), text.remaining());
  }

  private static ProblemException notJson(JsonProcessingException fault) {
    String message = String.valueOf(fault.getOriginalMessage());
    if (message.startsWith("Duplicate field")) {
      return ProblemException.malformed(
          "", "FIELD_DUPLICATE", "同じ項目が2回あります", "A field stands twice");
    }
    long line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
    long column = fault.getLocation() == null ? 0 : fault.getLocation().getColumnNr();
    return ProblemException.malformed(
        "",
        "JSON_UNREADABLE",
        "JSONとして読み取れません（%d行%d文字目）".formatted(line, column),
        "Not JSON (line %d, column %d)".formatted(line, column));
  }

  private static String pointer(JsonMappingException fault) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      pointer.append('/');
      if (step.getFieldName() == null) {
        pointer.append(step.getIndex());
      } else {
        pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }
}
