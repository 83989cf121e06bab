package org.openhersys.identity.totp;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.openhersys.identity.secret.SealedSecrets;

/**
 * 回復コード, for who has lost the authenticator app: ten to an account, 60 random bits each, good once
 * in the place of a one-time code. Only keyed digests are kept, made for one account: with that
 * many bits and a key outside of the database nobody finds a code by trying.
 */
@Singleton
public class RecoveryCodes {
  private static final int HOW_MANY = 10;
  private static final int GROUPS = 3;
  private static final int GROUP = 4;

  /** Base32 (RFC 4648): neither 0 nor 1 nor 8, which people read as letters. */
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** What people put between groups, Japanese keyboards' hyphens among it. */
  private static final String BETWEEN = "[\\s\\p{Z}\\p{Pd}\\u2212\\u30fc]";

  private final SealedSecrets sealed;
  private final RecoveryCodeRecords records;
  private final SecureRandom random = new SecureRandom();

  @Inject
  RecoveryCodes(SealedSecrets sealed, RecoveryCodeRecords records) {
    this.sealed = sealed;
    this.records = records;
  }

  /**
   * Makes new codes; those before are void. The transaction stands at the account's door and holds
   * its TOTP row, so that two renewals do not mix.
   */
  NewRecoveryCodes renew(Handle handle, UUID account) {
    List<String> codes = Stream.generate(this::next).limit(HOW_MANY).toList();
    records.replace(handle, account, codes.stream().map(code -> digest(account, code)).toList());
    return new NewRecoveryCodes(codes);
  }

  /** Whether what was typed is one of the account's codes. */
  public boolean isGood(Handle handle, UUID account, String typed) {
    return records.exists(handle, account, digest(account, typed));
  }

  /**
   * Uses a code up. Of many at once one succeeds.
   *
   * @return whether it was still good
   */
  public boolean use(Handle handle, UUID account, String typed) {
    return records.use(handle, account, digest(account, typed));
  }

  /** How many the account has left. */
  public int left(Handle handle, UUID account) {
    return records.count(handle, account);
  }

  private String next() {
    return Stream.generate(
            () ->
                random
                    .ints(GROUP, 0, ALPHABET.length())
                    .mapToObj(i -> ALPHABET.substring(i, i + 1))
                    .collect(Collectors.joining()))
        .limit(GROUPS)
        .collect(Collectors.joining("-"));
  }

  /** As it was made, whatever case, width, spaces and hyphens it was typed with. */
  static String normalised(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll(BETWEEN, "")
        .toUpperCase(Locale.ROOT);
  }

  private byte[] digest(UUID account, String code) {
    return sealed.digest("recovery-code " + account, normalised(code));
  }
}
