package org.openhersys.api.testing;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.openhersys.api.json.Body;

/** What a resource method takes from the request. */
final class Arguments {
  private static final Set<Class<?>> OF_THE_FRAMEWORK =
      Set.of(HttpHeaders.class, Request.class, SecurityContext.class, UriInfo.class);

  private final Map<String, Type> parameters = new TreeMap<>();
  private final Map<String, Type> form = new TreeMap<>();
  private Type body;

  private Arguments() {}

  static Arguments of(Method method) {
    Arguments arguments = new Arguments();
    for (Parameter parameter : method.getParameters()) {
      arguments.add(parameter);
    }
    return arguments;
  }

  /** By place and name, as in {@code query limit}. */
  Map<String, Type> parameters() {
    return parameters;
  }

  /** Fields of a form, by name. */
  Map<String, Type> form() {
    return form;
  }

  /** Type of the body, or null. */
  Type body() {
    return body;
  }

  private void add(Parameter parameter) {
    Type type = parameter.getParameterizedType();
    if (parameter.isAnnotationPresent(BeanParam.class)) {
      for (Field field : parameter.getType().getDeclaredFields()) {
        addNamed(field, field.getName(), field.getGenericType());
      }
    } else if (!addNamed(parameter, parameter.getName(), type) && !isOfTheFramework(parameter)) {
      body = ofBody(type);
    }
  }

  private boolean addNamed(AnnotatedElement element, String own, Type type) {
    return add(element, PathParam.class, PathParam::value, "path", own, type)
        || add(element, RestPath.class, RestPath::value, "path", own, type)
        || add(element, QueryParam.class, QueryParam::value, "query", own, type)
        || add(element, RestQuery.class, RestQuery::value, "query", own, type)
        || add(element, HeaderParam.class, HeaderParam::value, "header", own, type)
        || add(element, RestHeader.class, RestHeader::value, "header", hyphenated(own), type)
        || add(element, CookieParam.class, CookieParam::value, "cookie", own, type)
        || add(element, RestCookie.class, RestCookie::value, "cookie", own, type)
        || add(element, FormParam.class, FormParam::value, "form", own, type)
        || add(element, RestForm.class, RestForm::value, "form", own, type);
  }

  private <A extends Annotation> boolean add(
      AnnotatedElement element,
      Class<A> annotation,
      Function<A, String> value,
      String place,
      String own,
      Type type) {
    A found = element.getAnnotation(annotation);
    if (found == null) {
      return false;
    }
    String name = value.apply(found).isEmpty() ? own : value.apply(found);
    if (place.equals("form")) {
      form.put(name, type);
    } else {
      parameters.put(place + " " + name, type);
    }
    return true;
  }

  private static boolean isOfTheFramework(Parameter parameter) {
    return parameter.isAnnotationPresent(Context.class)
        || OF_THE_FRAMEWORK.contains(parameter.getType())
        || parameter.getType().getName().startsWith("io.vertx.");
  }

  private static Type ofBody(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Body.class
        ? generic.getActualTypeArguments()[0]
        : type;
  }

  /** As RESTEasy names a header after its parameter: {@code ifMatch} is {@code If-Match}. */
  private static String hyphenated(String name) {
    String spaced = name.replaceAll("([a-z])([A-Z])", "$1-$2");
    return spaced.isEmpty()
        ? spaced
        : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }
}
