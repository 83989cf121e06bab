package org.openhersys.local.sample;

import java.nio.file.Path;

/** The sample credentials and their file, kept in step. */
public final class CredentialsFile {
  private final Path file;
  private Credentials credentials;

  private CredentialsFile(Path file, Credentials credentials) {
    this.file = file;
    this.credentials = credentials;
  }

  /** Writes these credentials for the base URL of this start. */
  public static CredentialsFile write(Path file, Credentials credentials, String baseUrl) {
    Credentials here = credentials.at(baseUrl);
    here.write(file);
    return new CredentialsFile(file, here);
  }

  public synchronized Credentials credentials() {
    return credentials;
  }

  /** Notes that everybody of the sample directory has what stands here. */
  public synchronized void founded() {
    credentials = credentials.complete();
    credentials.write(file);
  }

  /** Replaces the client of the same name. */
  public synchronized void put(Credentials.Client client) {
    credentials = credentials.with(client);
    credentials.write(file);
  }

  /** Adds an account, or replaces that of the same login id. */
  public synchronized void put(Credentials.Account account) {
    credentials = credentials.with(account);
    credentials.write(file);
  }

  public Path path() {
    return file;
  }
}
