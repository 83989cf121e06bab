package org.openhersys.local.journey;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.openhersys.local.sample.CredentialsFile;

/** Who takes part, each once: somebody who is logged in stays so for the rest of the story. */
public final class People {
  private final Http http;
  private final CredentialsFile file;
  private final Clock clock;
  private final Map<String, Person> known = new HashMap<>();

  public People(Http http, CredentialsFile file, Clock clock) {
    this.http = http;
    this.file = file;
    this.clock = clock;
  }

  /** The person with that login id. */
  public Person person(String loginId) {
    return known.computeIfAbsent(loginId, id -> new Person(http, file, id, clock));
  }

  /** The first person with that role in an organisation. */
  Person person(String role, String organisationCode) {
    return person(file.credentials().account(role, organisationCode).loginId());
  }
}
