package org.openhersys.identity.activation;

/** What the enrolment of an authenticator app begins with. */
public record ActivatedAccount(String loginId) {}
