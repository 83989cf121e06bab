package org.openhersys.local.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhersys.local.Service;

class RoutesTest {
  @ParameterizedTest
  @CsvSource({
    "/api/v1/sessions/current, IDENTITY",
    "/api/v1/organisations, IDENTITY",
    "/oauth2/token, IDENTITY",
    "/.well-known/jwks.json, IDENTITY",
    "/openapi/common.yaml, IDENTITY",
    "/api/v1/notifications, NOTIFICATION",
    "/api/v1/notification-batches/1, NOTIFICATION",
    "/api/v1/notification-drafts/1/report, NOTIFICATION",
    "/api/v1/faxes/claim, NOTIFICATION",
    "/fhir/notification/metadata, NOTIFICATION",
    "/api/v1/daily-counts/2026-11-23, NOTIFICATION",
    "/api/v1/mails/1/retry, NOTIFICATION",
    "/api/v1/quality-checks/1/checks, NOTIFICATION",
    "/openapi/notification.yaml, NOTIFICATION",
    "/api/v1/cases, CASE_TRACKING",
    "/api/v1/cases/changes, CASE_TRACKING",
    "/api/v1/handovers/1/acceptance, CASE_TRACKING",
    "/fhir/case/Patient, CASE_TRACKING",
    "/openapi/case-tracking.yaml, CASE_TRACKING"
  })
  void eachResourceBelongsToOneService(String path, Service service) {
    assertEquals(Optional.of(service), Routes.serviceFor(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "*",
        "/api/v1",
        "/api/v1/casesandmore",
        "/api/v2/cases",
        "/API/v1/cases",
        "/q/health",
        "/q/swagger-ui",
        "/openapi/internal.yaml"
      })
  void unknownResourcesBelongToNone(String path) {
    assertEquals(Optional.empty(), Routes.serviceFor(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/cases/../../../q/health",
        "/api/v1/cases/%2e%2E/x",
        "/api/v1/cases/.%2e/x",
        "/api/v1/cases/./x",
        "/api/v1/cases//x",
        "/api/v1/cases%2Fx",
        "/api/v1/cases/a%5c..%5cx",
        "/api/v1/cases/%252e%252e/x",
        "/api/v1/cases;x=1/y"
      })
  void pathsThatCanBeReadInTwoWaysBelongToNone(String path) {
    assertEquals(Optional.empty(), Routes.serviceFor(path));
  }

  @Test
  void aPathInsideAResourceMayHoldWhatAnIdHolds() {
    assertEquals(
        Optional.of(Service.CASE_TRACKING),
        Routes.serviceFor("/api/v1/cases/0199b2f4-7c1e-7a4b-8c5d-1f2e3d4c5b6a/status"));
  }
}
