package org.openhersys.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;

/**
 * A notification as FHIR R4: a transaction that creates Patient, Condition and Observation. All
 * that the form says stands in one of the three; what they have no element for, in an extension.
 */
final class FhirTransaction {
  /** How many it creates. */
  static final int RESOURCES = 3;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OURS = "urn:openhersys:";
  private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
  private static final String REPRESENTATION =
      "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

  private final JsonNode form;
  private final String patient = "urn:uuid:" + UUID.randomUUID();

  private FhirTransaction(JsonNode form) {
    this.form = form;
  }

  /** The transaction for a form as {@link SyntheticForms} writes it. */
  static String of(String form) {
    try {
      return JSON.writeValueAsString(new FhirTransaction(JSON.readTree(form)).bundle());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private ObjectNode bundle() {
    ObjectNode bundle = resource("Bundle").put("type", "transaction");
    ArrayNode entries = bundle.putArray("entry");
    add(entries, patient, patient());
    add(entries, "urn:uuid:" + UUID.randomUUID(), condition());
    add(entries, "urn:uuid:" + UUID.randomUUID(), observation());
    return bundle;
  }

  private static void add(ArrayNode entries, String url, ObjectNode resource) {
    ObjectNode entry = entries.addObject().put("fullUrl", url);
    entry.set("resource", resource);
    entry
        .putObject("request")
        .put("method", "POST")
        .put("url", resource.path("resourceType").asText());
  }

  private ObjectNode patient() {
    JsonNode person = form.path("patient");
    ObjectNode patient = resource("Patient");
    patient
        .putArray("identifier")
        .addObject()
        .put("system", OURS + "inHousePatientId")
        .put("value", form.path("inHousePatientId").asText());
    ArrayNode names = patient.putArray("name");
    name(names, person.path("name").asText(), "IDE");
    name(names, person.path("nameKana").asText(), "SYL");
    patient.put("gender", person.path("sex").asText().toLowerCase(Locale.ROOT));
    patient.put("birthDate", person.path("birthDate").asText());
    ArrayNode telecom = patient.putArray("telecom");
    ArrayNode addresses = patient.putArray("address");
    address(telecom, addresses, "home", form.path("registeredAddress"));
    address(telecom, addresses, "temp", form.path("currentLocation"));
    extension(patient.putArray("extension"), "occupation", person.path("occupation"));
    return patient;
  }

  private static void name(ArrayNode names, String text, String representation) {
    int space = text.indexOf(' ');
    ObjectNode name = names.addObject().put("use", "official").put("text", text);
    name.put("family", text.substring(0, space));
    name.putArray("given").add(text.substring(space + 1));
    name.putArray("extension")
        .addObject()
        .put("url", REPRESENTATION)
        .put("valueCode", representation);
  }

  private static void address(
      ArrayNode telecom, ArrayNode addresses, String use, JsonNode address) {
    telecom
        .addObject()
        .put("system", "phone")
        .put("value", address.path("phone").asText())
        .put("use", use);
    ObjectNode written =
        addresses
            .addObject()
            .put("use", use)
            .put("text", address.path("text").asText())
            .put("city", address.path("municipalityCode").asText())
            .put("state", address.path("prefecture").asText())
            .put("country", "JP");
    extension(written.putArray("extension"), "abode", address.path("abode"));
  }

  private ObjectNode condition() {
    ObjectNode condition = resource("Condition");
    condition.set("clinicalStatus", code(HL7 + "condition-clinical", "active"));
    condition.set("verificationStatus", code(HL7 + "condition-ver-status", "confirmed"));
    condition.putArray("category").add(code(HL7 + "condition-category", "encounter-diagnosis"));
    condition.set("severity", ours("severity", form.at("/assessment/severity")));
    condition.set("code", code("http://hl7.org/fhir/sid/icd-10", "U07.1"));
    condition.putObject("subject").put("reference", patient);
    condition.put("onsetDateTime", form.path("onsetDate").asText());
    condition.put("recordedDate", form.path("reportDate").asText());
    condition.putObject("recorder").put("display", form.path("physicianName").asText());
    condition.putObject("asserter").put("display", form.path("attestedBy").asText());
    condition
        .putArray("stage")
        .addObject()
        .set("summary", ours("diagnosisCategory", form.path("diagnosisCategory")));
    ArrayNode evidence = condition.putArray("evidence").addObject().putArray("code");
    form.at("/symptoms/present").forEach(symptom -> evidence.add(ours("symptom", symptom)));
    condition.putArray("note").addObject().put("text", form.path("freeText").asText());
    ArrayNode more = condition.putArray("extension");
    for (String item :
        new String[] {
          "diagnosisDate",
          "firstVisitDate",
          "currentStatus",
          "institution",
          "infection",
          "vaccinations",
          "admission",
          "risk",
          "assessment"
        }) {
      extension(more, item, form.path(item));
    }
    return condition;
  }

  private ObjectNode observation() {
    JsonNode first = form.at("/tests/0");
    JsonNode second = form.at("/tests/1");
    ObjectNode observation = resource("Observation").put("status", "final");
    observation.putArray("category").add(code(HL7 + "observation-category", "laboratory"));
    observation.set("code", code("http://loinc.org", "94500-6"));
    observation.putObject("subject").put("reference", patient);
    observation.put("effectiveDateTime", first.path("samplingDate").asText());
    observation.put("issued", first.path("resultDate").asText() + "T12:00:00+09:00");
    observation.putArray("performer").add(display(form.at("/institution/name")));
    observation.set("valueCodeableConcept", ours("result", first.path("result")));
    observation.set("method", ours("method", first.path("method")));
    observation.set("specimen", display(first.path("specimen")));
    ArrayNode components = observation.putArray("component");
    ObjectNode antigen = components.addObject();
    antigen.set("code", code("http://loinc.org", "94558-4"));
    antigen.set("valueCodeableConcept", ours("result", second.path("result")));
    extension(antigen.putArray("extension"), "test", second);
    ObjectNode saturation = components.addObject();
    saturation.set("code", code("http://loinc.org", "59408-5"));
    saturation
        .putObject("valueQuantity")
        .put("value", form.at("/symptoms/spo2").asInt())
        .put("unit", "%")
        .put("system", "http://unitsofmeasure.org")
        .put("code", "%");
    return observation;
  }

  /** What has members becomes an extension with extensions; an array, one for each. */
  private static void extension(ArrayNode into, String name, JsonNode value) {
    if (value.isArray()) {
      value.forEach(element -> extension(into, name, element));
      return;
    }
    ObjectNode extension = into.addObject().put("url", OURS + name);
    if (value.isObject()) {
      ArrayNode members = extension.putArray("extension");
      value.properties().forEach(one -> extension(members, one.getKey(), one.getValue()));
    } else if (value.isBoolean()) {
      extension.put("valueBoolean", value.asBoolean());
    } else if (value.isInt()) {
      extension.put("valueInteger", value.asInt());
    } else {
      extension.put("valueString", value.asText());
    }
  }

  private static ObjectNode resource(String type) {
    return JSON.createObjectNode().put("resourceType", type);
  }

  private static ObjectNode display(JsonNode text) {
    return JSON.createObjectNode().put("display", text.asText());
  }

  private static ObjectNode ours(String system, JsonNode code) {
    return code(OURS + system, code.asText());
  }

  private static ObjectNode code(String system, String code) {
    ObjectNode concept = JSON.createObjectNode();
    concept.putArray("coding").addObject().put("system", system).put("code", code);
    return concept;
  }
}
