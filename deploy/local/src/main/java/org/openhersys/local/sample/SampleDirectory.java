package org.openhersys.local.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openhersys.local.Secrets;

/**
 * A small fictitious directory: a ministry with its institute of infectious diseases, local
 * governments, one of them with an institute of public health, health centres with their areas,
 * institutions, accounts of several roles, and two machine clients. Municipality codes are real,
 * because addresses need them; organisations and people are not.
 */
public final class SampleDirectory {
  private static final int KEY_BITS = 2048;

  private static final String GOVERNMENT_STAFF = "LOCAL_GOVERNMENT_STAFF";
  private static final String CENTRE_MANAGER = "HEALTH_CENTRE_MANAGER";
  private static final String CENTRE_STAFF = "HEALTH_CENTRE_STAFF";
  private static final String PHYSICIAN = "PHYSICIAN";
  private static final String SURVEILLANCE_KIND = "NATIONAL_SURVEILLANCE";
  private static final String INSTITUTE_STAFF = "LOCAL_INSTITUTE_STAFF";

  private static final String MINISTRY = "MIHON-NATIONAL";
  private static final String SURVEILLANCE = "MIHON-NIID";
  private static final String CITY_NORTH = "MIHON-LG-01";
  private static final String WARD_A = "MIHON-LG-02";
  private static final String CITY_SOUTH = "MIHON-LG-04";
  private static final String INSTITUTE = "MIHON-LI-02";

  /** Receives what the sample hospital notifies. */
  public static final String RECEIVING_CENTRE = "MIHON-HC-02";

  /** The local government (本庁) of {@link #CENTRE_OF_RESIDENCE}. */
  public static final String WARD_OF_RESIDENCE = "MIHON-LG-03";

  /** The centre of the place where the people of the walk live. */
  public static final String CENTRE_OF_RESIDENCE = "MIHON-HC-03";

  /** A third centre, with which a case is shared for a while. */
  public static final String OTHER_CENTRE = "MIHON-HC-01";

  /** 東京都新宿区, in the area of {@link #CENTRE_OF_RESIDENCE}. */
  public static final String MUNICIPALITY_OF_RESIDENCE = "131041";

  /** Notifies by its record system. */
  public static final String HOSPITAL = "1319999999";

  private final List<Organisation> organisations =
      List.of(
          new Organisation(MINISTRY, "NATIONAL", "見本省（架空）", "ミホンショウ", null, null, null, null),
          new Organisation(
              SURVEILLANCE,
              SURVEILLANCE_KIND,
              "見本感染症研究所（架空）",
              "ミホンカンセンショウケンキュウジョ",
              MINISTRY,
              null,
              null,
              mailbox(SURVEILLANCE)),
          government(CITY_NORTH, "見本北市（架空）", "ミホンキタシ", "011002"),
          government(WARD_A, "見本千代区（架空）", "ミホンチヨク", "131016"),
          government(WARD_OF_RESIDENCE, "見本新区（架空）", "ミホンシンク", "131041"),
          government(CITY_SOUTH, "見本南市（架空）", "ミホンミナミシ", "141003"),
          new Organisation(
              INSTITUTE,
              "LOCAL_INSTITUTE",
              "見本千代区衛生研究所（架空）",
              "ミホンチヨクエイセイケンキュウジョ",
              WARD_A,
              null,
              null,
              mailbox(INSTITUTE)),
          centre(
              OTHER_CENTRE,
              "架空北保健所",
              "カクウキタホケンジョ",
              CITY_NORTH,
              List.of(
                  "011011", "011002", "011029", "011037", "011045", "011053", "011061", "011070",
                  "011088", "011096", "011100")),
          centre(RECEIVING_CENTRE, "架空中央保健所", "カクウチュウオウホケンジョ", WARD_A, List.of("131016")),
          centre(
              CENTRE_OF_RESIDENCE,
              "架空西保健所",
              "カクウニシホケンジョ",
              WARD_OF_RESIDENCE,
              List.of(MUNICIPALITY_OF_RESIDENCE)),
          centre("MIHON-HC-04", "架空南保健所", "カクウミナミホケンジョ", CITY_SOUTH, List.of("141046", "141011")),
          institution(HOSPITAL, "架空第一病院", "カクウダイイチビョウイン", "131016"),
          institution("1319999981", "見本クリニック", "ミホンクリニック", MUNICIPALITY_OF_RESIDENCE),
          institution("0119999993", "架空北病院", "カクウキタビョウイン", "011011"));

  // In the order in which they are issued: level by level, each by somebody who stands above it.
  private final List<Account> accounts =
      List.of(
          new Account(MINISTRY, "mihon.kanri", "見本 管理者", "NATIONAL_ADMINISTRATOR", null),
          new Account(MINISTRY, "mihon.toukei", "見本 統計", "NATIONAL_STATISTICS", "mihon.kanri"),
          new Account(SURVEILLANCE, "mihon.kansenken", "見本 疫学", SURVEILLANCE_KIND, "mihon.kanri"),
          new Account(WARD_A, "mihon.honchou", "見本 本庁", GOVERNMENT_STAFF, "mihon.kanri"),
          new Account(
              WARD_OF_RESIDENCE, "mihon.honchou.nishi", "見本 新区", GOVERNMENT_STAFF, "mihon.kanri"),
          new Account(OTHER_CENTRE, "kakuu.kita.kanri", "架空 北長", CENTRE_MANAGER, "mihon.kanri"),
          new Account(
              RECEIVING_CENTRE, "kakuu.chuo.kanri", "架空 中長", CENTRE_MANAGER, "mihon.honchou"),
          new Account(
              INSTITUTE,
              "mihon.eiken",
              "見本 衛研",
              INSTITUTE_STAFF,
              false,
              RECEIVING_CENTRE,
              "mihon.honchou"),
          new Account(
              CENTRE_OF_RESIDENCE,
              "kakuu.nishi.kanri",
              "架空 西長",
              CENTRE_MANAGER,
              "mihon.honchou.nishi"),
          new Account(OTHER_CENTRE, "kakuu.kita", "架空 北子", CENTRE_STAFF, "kakuu.kita.kanri"),
          new Account(RECEIVING_CENTRE, "kakuu.chuo", "架空 中子", CENTRE_STAFF, "kakuu.chuo.kanri"),
          new Account(RECEIVING_CENTRE, "kakuu.chuo.2", "架空 中男", CENTRE_STAFF, "kakuu.chuo.kanri"),
          new Account(
              CENTRE_OF_RESIDENCE, "kakuu.nishi", "架空 西男", CENTRE_STAFF, "kakuu.nishi.kanri"),
          new Account(
              HOSPITAL, "mihon.kanrisha", "見本 院長", "INSTITUTION_MANAGER", "kakuu.chuo.kanri"),
          new Account(HOSPITAL, "mihon.ishi", "見本 医師", PHYSICIAN, "mihon.kanrisha"),
          new Account(HOSPITAL, "mihon.jimu", "見本 事務", "CLERK", "mihon.kanrisha"),
          new Account(
              HOSPITAL, "mihon.byoutou2", "見本病棟2", PHYSICIAN, true, null, "mihon.kanrisha"));

  private final List<Client> clients =
      List.of(
          new Client(
              HOSPITAL,
              "架空第一病院 電子カルテ",
              List.of("notification.write", "notification.read"),
              "mihon.kanrisha"),
          new Client(RECEIVING_CENTRE, "架空中央保健所 業務システム", List.of("case.read"), "kakuu.chuo.kanri"));

  /** Passwords and keys for everybody; nobody knows them yet but the file they go to. */
  public Credentials credentials(String baseUrl) {
    return new Credentials(
        baseUrl,
        accounts.stream().map(this::person).toList(),
        clients.stream().map(this::machine).toList(),
        false);
  }

  /** Whether these credentials are those of this directory, and not of an earlier version's. */
  public boolean isThatOf(Credentials credentials) {
    return credentials.accounts().stream()
        .map(Credentials.Account::loginId)
        .collect(Collectors.toSet())
        .containsAll(accounts.stream().map(Account::loginId).toList());
  }

  /** The organisations, as they are imported. */
  public String csv() {
    return organisations.stream()
        .map(Organisation::row)
        .collect(Collectors.joining("\n", Organisation.HEADER + "\n", "\n"));
  }

  /** Login id, name, and organisation of the first administrator, for the command that makes it. */
  public List<String> firstAdministrator() {
    Account first = accounts.get(0);
    return List.of(first.loginId(), first.displayName(), MINISTRY, nameOf(MINISTRY));
  }

  /** The accounts, each behind the one that issues it. */
  public List<Account> accounts() {
    return accounts;
  }

  public List<Client> clients() {
    return clients;
  }

  List<Organisation> organisations() {
    return organisations;
  }

  private Credentials.Account person(Account account) {
    return new Credentials.Account(
        account.loginId(),
        Secrets.password(),
        account.displayName(),
        account.role(),
        account.organisation(),
        nameOf(account.organisation()),
        account.shared(),
        null,
        false,
        0);
  }

  private String nameOf(String code) {
    return organisations.stream()
        .filter(organisation -> organisation.code().equals(code))
        .map(Organisation::name)
        .findFirst()
        .orElseThrow();
  }

  private Credentials.Client machine(Client client) {
    return new Credentials.Client(
        null,
        client.name(),
        client.organisation(),
        nameOf(client.organisation()),
        client.scopes(),
        newKey().toJSONObject());
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(KEY_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS384)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Organisation government(
      String code, String name, String kana, String municipality) {
    return new Organisation(
        code, "LOCAL_GOVERNMENT", name, kana, MINISTRY, municipality, null, null);
  }

  private static Organisation centre(
      String code, String name, String kana, String parent, List<String> area) {
    return new Organisation(
        code, "HEALTH_CENTRE", name, kana, parent, area.get(0), area, mailbox(code));
  }

  private static Organisation institution(
      String code, String name, String kana, String municipality) {
    return new Organisation(
        code, "MEDICAL_INSTITUTION", name, kana, null, municipality, null, mailbox(code));
  }

  /** An address that no mail can reach (RFC 2606). */
  private static String mailbox(String code) {
    return "madoguchi@" + code.toLowerCase(Locale.ROOT) + ".invalid";
  }

  /**
   * Somebody to whom an account is issued.
   *
   * @param chargedTo the health centre out of whose quota an account of a local institute comes;
   *     null for others
   * @param issuer the login id of who issues it; null for the first administrator
   */
  public record Account(
      String organisation,
      String loginId,
      String displayName,
      String role,
      boolean shared,
      @Nullable String chargedTo,
      @Nullable String issuer) {
    Account(
        String organisation,
        String loginId,
        String displayName,
        String role,
        @Nullable String issuer) {
      this(organisation, loginId, displayName, role, false, null, issuer);
    }
  }

  /**
   * A system that is registered.
   *
   * @param registeredBy the login id of a manager
   */
  public record Client(
      String organisation, String name, List<String> scopes, String registeredBy) {}
}
