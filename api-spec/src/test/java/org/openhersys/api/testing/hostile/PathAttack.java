package org.openhersys.api.testing.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openhersys.api.testing.hostile.RoleAttack.Stranger;

/**
 * Other ways to write an address. None opens what the plain address refuses: not without a token,
 * not to a role that is not admitted.
 */
final class PathAttack implements Attack {
  private static final Map<String, UnaryOperator<String>> VARIANTS = variants();

  @Override
  public Stream<Attempt> against(Endpoint endpoint, Fixture fixture) {
    List<Attempt> attempts = new ArrayList<>();
    VARIANTS.forEach((what, bend) -> attempts.add(Attempt.bearable(what, r -> r.path(bend))));
    List.of(
            "/%zz",
            "/%", "/%c0%ae", "/\"<>\\^`{|}", "/%00", "/..%2f..%2fetc%2fpasswd", "/" + Canary.NAME)
        .forEach(
            more ->
                attempts.add(
                    Attempt.bearable("the address and " + more, r -> r.path(path -> path + more))));
    if (endpoint.isProtected()) {
      unadmitted(endpoint, fixture, attempts);
    }
    return attempts.stream();
  }

  private static void unadmitted(Endpoint endpoint, Fixture fixture, List<Attempt> attempts) {
    List<Stranger> strangers = RoleAttack.strangers(endpoint);
    VARIANTS.forEach(
        (what, bend) -> {
          closed(what + ", without a token", r -> r.path(bend).bearing(null), attempts);
          if (!strangers.isEmpty()) {
            Stranger stranger = strangers.get(0);
            closed(
                what + ", by " + stranger.name(),
                r -> r.path(bend).bearing(fixture.token(stranger.beside(fixture))),
                attempts);
          }
        });
  }

  private static void closed(String what, UnaryOperator<Request> bend, List<Attempt> attempts) {
    attempts.add(Attempt.answered(what, bend, 400, 401, 403, 404, 405, 406, 415));
  }

  private static Map<String, UnaryOperator<String>> variants() {
    Map<String, UnaryOperator<String>> variants = new LinkedHashMap<>();
    variants.put("// first", path -> "/" + path);
    variants.put("// everywhere", path -> path.replace("/", "//"));
    variants.put("// before the last", path -> atLast(path, "//"));
    variants.put("/./", path -> atLast(path, "/./"));
    variants.put("/x/../", path -> atLast(path, "/x/../"));
    variants.put("/%2e%2e/", path -> atLast(path, "/x/%2e%2e/"));
    variants.put("a matrix parameter", path -> path + ";x=y");
    variants.put("a matrix parameter before the last", path -> atLast(path, ";x=y/"));
    variants.put("%3B", path -> path + "%3Bx=y");
    variants.put("%2F for the last", path -> atLast(path, "%2F"));
    variants.put("%252F for the last", path -> atLast(path, "%252F"));
    variants.put("%5C for the last", path -> atLast(path, "%5C"));
    variants.put("a backslash for the last", path -> atLast(path, "\\"));
    variants.put("a slash at the end", path -> path + "/");
    variants.put("%2F at the end", path -> path + "%2F");
    variants.put("%20 at the end", path -> path + "%20");
    variants.put("%00 at the end", path -> path + "%00");
    variants.put("%0A at the end", path -> path + "%0A");
    variants.put("? at the end", path -> path + "?");
    variants.put(".json at the end", path -> path + ".json");
    variants.put("upper case", path -> path.toUpperCase(Locale.ROOT));
    variants.put("an encoded letter", path -> path.replaceFirst("[a-z]", "%61"));
    variants.put(
        "its own letters encoded",
        path ->
            path.substring(0, 1) + "%" + Integer.toHexString(path.charAt(1)) + path.substring(2));
    variants.put("a whole address", path -> "http://localhost" + path);
    variants.put("another host", path -> "http://elsewhere.test" + path);
    return variants;
  }

  private static String atLast(String path, String instead) {
    int last = path.lastIndexOf('/');
    return path.substring(0, last) + instead + path.substring(last + 1);
  }
}
