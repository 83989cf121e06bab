package org.openhersys.notification.question;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.CurrentCaller;
import org.openhersys.api.caller.RoleNames;
import org.openhersys.api.idempotency.IdempotencyKey;
import org.openhersys.api.json.Body;

/** 質問: what the receiving centre asks the sender about a notification. */
@Path("/api/v1/notifications/{id}/questions")
@Produces(MediaType.APPLICATION_JSON)
public class QuestionsResource {
  private final CurrentCaller caller;
  private final ReadingQuestions reading;
  private final AskingQuestions asking;
  private final SettlingQuestion settling;

  QuestionsResource(
      CurrentCaller caller,
      ReadingQuestions reading,
      AskingQuestions asking,
      SettlingQuestion settling) {
    this.caller = caller;
    this.reading = reading;
    this.asking = asking;
    this.settling = settling;
  }

  /** All questions about the notification. */
  @GET
  @RolesAllowed({
    RoleNames.PHYSICIAN,
    RoleNames.CLERK,
    RoleNames.INSTITUTION_MANAGER,
    RoleNames.HEALTH_CENTRE_STAFF,
    RoleNames.HEALTH_CENTRE_MANAGER
  })
  public RestResponse<Questions> list(@PathParam("id") UUID id) {
    return RestResponse.ok(reading.read(caller.get(), id));
  }

  /** Returns the notification with questions. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<Questions> ask(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      Body<QuestionRequest> body) {
    IdempotencyKey key = IdempotencyKey.optional(idempotencyKey);
    QuestionRequest request = body.valid(body.value().findings());
    Questions all = asking.ask(caller.get(), id, request, key, body.raw());
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, all)
        .header(HttpHeaders.LOCATION, "/api/v1/notifications/" + id + "/questions")
        .build();
  }

  /** The sender's answer, in 1 to 1,000 characters; once. */
  @POST
  @Path("/{questionId}/answer")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({RoleNames.PHYSICIAN, RoleNames.CLERK, RoleNames.INSTITUTION_MANAGER})
  public RestResponse<Question> answer(
      @PathParam("id") UUID id, @PathParam("questionId") UUID questionId, Body<Answer> body) {
    String answer = body.valid(body.value().findings()).judged();
    return RestResponse.ok(settling.answer(caller.get(), id, questionId, answer));
  }

  /** Takes back what is not answered yet. */
  @POST
  @Path("/{questionId}/withdrawal")
  @RolesAllowed({RoleNames.HEALTH_CENTRE_STAFF, RoleNames.HEALTH_CENTRE_MANAGER})
  public RestResponse<Question> withdraw(
      @PathParam("id") UUID id, @PathParam("questionId") UUID questionId) {
    return RestResponse.ok(settling.withdraw(caller.get(), id, questionId));
  }
}
