package org.openhersys.local.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.openhersys.local.PrivateFile;
import org.openhersys.local.Secrets;

/**
 * A small fictitious directory: a ministry, local governments, health centres with their areas,
 * institutions, accounts of several roles, and two machine clients. Municipality codes are real,
 * because addresses need them; organisations and people are not.
 */
public final class SampleDirectory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEY_BITS = 2048;

  private static final String MINISTRY = "MIHON-NATIONAL";
  private static final String CITY_NORTH = "MIHON-LG-01";
  private static final String WARD_A = "MIHON-LG-02";
  private static final String CITY_SOUTH = "MIHON-LG-04";

  /** Receives what the sample hospital notifies. */
  public static final String RECEIVING_CENTRE = "MIHON-HC-02";

  /** The local government (本庁) of {@link #CENTRE_OF_RESIDENCE}. */
  public static final String WARD_OF_RESIDENCE = "MIHON-LG-03";

  /** The centre of the place where the people of the walk live. */
  public static final String CENTRE_OF_RESIDENCE = "MIHON-HC-03";

  /** 東京都新宿区, in the area of {@link #CENTRE_OF_RESIDENCE}. */
  public static final String MUNICIPALITY_OF_RESIDENCE = "131041";

  /** Notifies by its record system. */
  public static final String HOSPITAL = "1319999999";

  private final List<Organisation> organisations =
      List.of(
          new Organisation(MINISTRY, "NATIONAL", "見本省（架空）", "ミホンショウ", null, null, null, null),
          government(CITY_NORTH, "見本北市（架空）", "ミホンキタシ", "011002"),
          government(WARD_A, "見本千代区（架空）", "ミホンチヨク", "131016"),
          government(WARD_OF_RESIDENCE, "見本新区（架空）", "ミホンシンク", "131041"),
          government(CITY_SOUTH, "見本南市（架空）", "ミホンミナミシ", "141003"),
          centre(
              "MIHON-HC-01",
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

  private final List<SampleAccount> accounts =
      List.of(
          new SampleAccount(MINISTRY, "mihon.kanri", "見本 管理者", "NATIONAL_ADMINISTRATOR", false),
          new SampleAccount(MINISTRY, "mihon.toukei", "見本 統計", "NATIONAL_STATISTICS", false),
          new SampleAccount(WARD_A, "mihon.honchou", "見本 本庁", "LOCAL_GOVERNMENT_STAFF", false),
          new SampleAccount(
              WARD_OF_RESIDENCE, "mihon.honchou.nishi", "見本 新区", "LOCAL_GOVERNMENT_STAFF", false),
          new SampleAccount("MIHON-HC-01", "kakuu.kita", "架空 北子", "HEALTH_CENTRE_STAFF", false),
          new SampleAccount(RECEIVING_CENTRE, "kakuu.chuo", "架空 中子", "HEALTH_CENTRE_STAFF", false),
          new SampleAccount(
              RECEIVING_CENTRE, "kakuu.chuo.2", "架空 中男", "HEALTH_CENTRE_STAFF", false),
          new SampleAccount(
              RECEIVING_CENTRE, "kakuu.chuo.kanri", "架空 中長", "HEALTH_CENTRE_MANAGER", false),
          new SampleAccount(
              CENTRE_OF_RESIDENCE, "kakuu.nishi", "架空 西男", "HEALTH_CENTRE_STAFF", false),
          new SampleAccount(
              CENTRE_OF_RESIDENCE, "kakuu.nishi.kanri", "架空 西長", "HEALTH_CENTRE_MANAGER", false),
          new SampleAccount(HOSPITAL, "mihon.kanrisha", "見本 院長", "INSTITUTION_MANAGER", false),
          new SampleAccount(HOSPITAL, "mihon.ishi", "見本 医師", "PHYSICIAN", false),
          new SampleAccount(HOSPITAL, "mihon.jimu", "見本 事務", "CLERK", false),
          new SampleAccount(HOSPITAL, "mihon.byoutou2", "見本病棟2", "PHYSICIAN", true));

  private final List<SampleClient> clients =
      List.of(
          new SampleClient(
              HOSPITAL, "架空第一病院 電子カルテ", List.of("notification.write", "notification.read")),
          new SampleClient(RECEIVING_CENTRE, "架空中央保健所 業務システム", List.of("case.read")));

  /**
   * Makes passwords and keys, and writes what identity-service shall load.
   *
   * @param seed the file for identity-service; holds the passwords, mode 600
   * @return what the people and systems of the directory log in with
   */
  public Credentials make(Path seed, String baseUrl) {
    List<Credentials.Account> people = accounts.stream().map(this::person).toList();
    List<Credentials.Client> machines = new ArrayList<>();
    List<SeedClient> registered = new ArrayList<>();
    for (SampleClient client : clients) {
      RSAKey key = newKey();
      String id = UUID.randomUUID().toString();
      machines.add(
          new Credentials.Client(
              id,
              client.name(),
              client.organisation(),
              nameOf(client.organisation()),
              client.scopes(),
              key.toJSONObject()));
      registered.add(
          new SeedClient(
              id,
              client.organisation(),
              client.name(),
              client.scopes(),
              new JWKSet(key.toPublicJWK()).toJSONObject(),
              false));
    }
    List<SeedAccount> seeded =
        people.stream()
            .map(
                person ->
                    new SeedAccount(
                        person.organisationCode(),
                        person.loginId(),
                        person.displayName(),
                        person.role(),
                        person.operatorRequired(),
                        person.password()))
            .toList();
    write(seed, new Seed(organisations, seeded, registered));
    return new Credentials(baseUrl, people, machines);
  }

  /** Whether these credentials are those of this directory, and not of an earlier version's. */
  public boolean isThatOf(Credentials credentials) {
    return credentials.accounts().stream()
        .map(Credentials.Account::loginId)
        .toList()
        .equals(accounts.stream().map(SampleAccount::loginId).toList());
  }

  List<Organisation> organisations() {
    return organisations;
  }

  private Credentials.Account person(SampleAccount account) {
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

  private static void write(Path file, Seed seed) {
    try {
      PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(seed));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
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
   * As identity-service reads it.
   *
   * @param jurisdiction the municipalities that a health centre serves
   * @param mailAddress a mailbox of the organisation
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Organisation(
      String code,
      String kind,
      String name,
      String nameKana,
      String parentCode,
      String municipalityCode,
      List<String> jurisdiction,
      String mailAddress) {}

  private record SampleAccount(
      String organisation, String loginId, String displayName, String role, boolean shared) {}

  private record SampleClient(String organisation, String name, List<String> scopes) {}

  private record SeedAccount(
      String organisationCode,
      String loginId,
      String displayName,
      String role,
      boolean shared,
      String password) {}

  private record SeedClient(
      String clientId,
      String organisationCode,
      String name,
      List<String> scopes,
      Map<String, Object> jwks,
      boolean tokenUrlAudience) {}

  private record Seed(
      List<Organisation> organisations, List<SeedAccount> accounts, List<SeedClient> clients) {}
}
