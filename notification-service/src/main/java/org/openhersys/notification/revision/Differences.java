package org.openhersys.notification.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where two documents differ: JSON pointers (RFC 6901) of single items. */
public final class Differences {
  private final List<String> pointers = new ArrayList<>();

  private Differences() {}

  /** The items that one has and the other has not, or has otherwise; an empty group is no item. */
  public static List<String> between(JsonNode one, JsonNode other) {
    Differences differences = new Differences();
    differences.collect("", one, other);
    return List.copyOf(differences.pointers);
  }

  private void collect(String pointer, JsonNode one, JsonNode other) {
    if (isGroup(one, other, JsonNode::isObject)) {
      Set<String> names = new LinkedHashSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        collect(pointer + "/" + escaped(name), one.path(name), other.path(name));
      }
    } else if (isGroup(one, other, JsonNode::isArray)) {
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        collect(pointer + "/" + i, one.path(i), other.path(i));
      }
    } else if (!one.equals(other)) {
      pointers.add(pointer);
    }
  }

  private static boolean isGroup(
      JsonNode one, JsonNode other, java.util.function.Predicate<JsonNode> kind) {
    boolean some = kind.test(one) || kind.test(other);
    return some
        && (kind.test(one) || one instanceof MissingNode)
        && (kind.test(other) || other instanceof MissingNode);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
