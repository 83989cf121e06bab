package org.openhersys.api.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;

/**
 * An operation as a resource class declares it.
 *
 * @param parameters by place and name, as in {@code query limit}
 * @param form names of the form's fields
 * @param request type of the body; null when there is none
 * @param response type of the body of a success; null when there is none
 * @param status of a success, where the method declares it; else null
 * @param consumes declared media types; empty when none is declared
 * @param produces declared media types without that of problems; empty when none is declared
 * @param admitted who may call it: {@link #EVERYBODY}, {@link #AUTHENTICATED}, {@link #NOBODY}, or
 *     roles and scopes in order
 */
record JaxRsOperation(
    String path,
    String httpMethod,
    Method method,
    Map<String, Type> parameters,
    Map<String, Type> form,
    Type request,
    Type response,
    String status,
    Set<String> consumes,
    Set<String> produces,
    String admitted) {
  static final String EVERYBODY = "everybody";
  static final String AUTHENTICATED = "everybody with a token";
  static final String NOBODY = "nobody";

  String name() {
    return httpMethod + " " + path;
  }

  String where() {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
