package org.openhersys.api.testing;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads the operations of a resource class from its annotations. */
final class JaxRsOperations {
  private static final Set<Class<?>> WRAPPERS =
      Set.of(RestResponse.class, Uni.class, CompletionStage.class);
  private static final String PROBLEM = "application/problem+json";

  private JaxRsOperations() {}

  static List<JaxRsOperation> of(Class<?> resource) {
    List<JaxRsOperation> found = new ArrayList<>();
    for (Method method : resource.getDeclaredMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (http != null) {
          found.add(operation(resource, method, http.value()));
        }
      }
    }
    return found;
  }

  private static JaxRsOperation operation(Class<?> resource, Method method, String http) {
    Arguments arguments = Arguments.of(method);
    ResponseStatus status = method.getAnnotation(ResponseStatus.class);
    Consumes consumes = nearest(method, Consumes.class);
    Produces produces = nearest(method, Produces.class);
    Set<String> produced = mediaTypes(produces == null ? new String[0] : produces.value());
    produced.remove(PROBLEM);
    return new JaxRsOperation(
        path(resource, method),
        http,
        method,
        arguments.parameters(),
        arguments.form(),
        arguments.body(),
        unwrapped(method.getGenericReturnType()),
        status == null ? null : String.valueOf(status.value()),
        mediaTypes(consumes == null ? new String[0] : consumes.value()),
        produced,
        admitted(method));
  }

  private static String path(Class<?> resource, Method method) {
    String joined =
        Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
            .filter(path -> path != null)
            .map(path -> path.value().replaceAll("^/|/$", ""))
            .filter(path -> !path.isEmpty())
            .reduce("", (before, next) -> before + "/" + next);
    return joined.replaceAll("\\{\\s*(\\w+)\\s*:[^/]*}", "{$1}");
  }

  private static Type unwrapped(Type type) {
    if (type instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw
        && WRAPPERS.contains(raw)) {
      return unwrapped(generic.getActualTypeArguments()[0]);
    }
    return type == void.class || type == Void.class ? null : type;
  }

  private static String admitted(Method method) {
    for (AnnotatedElement place : List.of(method, method.getDeclaringClass())) {
      RolesAllowed roles = place.getAnnotation(RolesAllowed.class);
      if (roles != null) {
        return Arrays.asList(roles.value()).contains("**")
            ? JaxRsOperation.AUTHENTICATED
            : new TreeSet<>(Arrays.asList(roles.value())).toString();
      }
      if (place.isAnnotationPresent(Authenticated.class)) {
        return JaxRsOperation.AUTHENTICATED;
      }
      if (place.isAnnotationPresent(PermitAll.class)) {
        return JaxRsOperation.EVERYBODY;
      }
      if (place.isAnnotationPresent(DenyAll.class)) {
        return JaxRsOperation.NOBODY;
      }
    }
    // Endpoints without an annotation are denied
    // (quarkus.security.jaxrs.deny-unannotated-endpoints).
    return JaxRsOperation.NOBODY;
  }

  private static <A extends Annotation> A nearest(Method method, Class<A> annotation) {
    A own = method.getAnnotation(annotation);
    return own != null ? own : method.getDeclaringClass().getAnnotation(annotation);
  }

  private static Set<String> mediaTypes(String[] values) {
    Set<String> types = new TreeSet<>();
    for (String value : values) {
      for (String type : value.split(",", -1)) {
        types.add(type.replaceAll(";.*", "").strip());
      }
    }
    return types;
  }
}
