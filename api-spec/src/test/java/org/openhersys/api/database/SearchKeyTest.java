package org.openhersys.api.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.testing.HersysDatabase;

/** Names are found by their ordinary forms: {@code notification.search_key}. */
class SearchKeyTest {
  private static final HersysDatabase DATABASE = new HersysDatabase();
  private static final String VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴパピプペポ";
  private static final List<String> UNSEEN =
      List.of("\u200B", "\u200D", "\u202E", "\u2066", "\uFEFF", "\u00AD", " ", "\u3000");
  private static final List<String> DASHES =
      List.of("ー", "-", "－", "ｰ", "‐", "–", "—", "―", "−", "─");
  private static Handle owner;
  private static Map<String, String> ordinary = Map.of();

  @BeforeContainer
  static void aMigratedDatabase() {
    DATABASE.init(Map.of("role", "hersys_notification"));
    DATABASE.start();
    owner = HersysDatabase.owner().open();
    ordinary =
        owner
            .createQuery("select variant, ordinary from notification.name_variant")
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @AfterContainer
  static void stop() {
    owner.close();
    DATABASE.stop();
  }

  @Example
  void everyVariantHasTheKeyOfItsOrdinaryCharacterWhichIsItsOwn() {
    assertTrue(ordinary.size() > 300);
    ordinary.forEach(
        (variant, usual) -> {
          assertEquals(key(usual), key(variant), variant);
          assertEquals(usual, key(usual), "stands for itself");
        });
  }

  @Example
  void whatIsFoundAsWhat() {
    Map<String, String> same = new HashMap<>();
    same.put("𠮷田 髙﨑", "吉田高崎");
    same.put("渡邉", "渡辺");
    same.put("渡邊", "渡辺");
    same.put("齋藤", "斉藤");
    same.put("齊藤", "斎藤");
    same.put("濵田", "浜田");
    same.put("濱田", "浜田");
    same.put("澤田", "沢田");
    same.put("中嶋", "中島");
    same.put("廣國", "広国");
    same.put("眞惠", "真恵");
    same.put("德\uFA4F", "徳祐");
    same.put("葛\uDB40\uDD00城", "葛城");
    same.put("か゛くう", "ガクウ");
    same.put("か\u3099くう", "ガクウ");
    same.put("か ゛くう", "ガクウ");
    same.put("ｶﾞｸｳ", "ガクウ");
    same.put("ﾊﾟｳﾛ", "ぱうろ");
    same.put("ハ゜ウロ", "ぱうろ");
    same.put("タロ-", "たろー");
    same.put("ﾀﾛｰ", "タロ―");
    same.put("ジョ\u200Bン", "ジョン");
    same.put("\uF9C4馬", "竜馬");
    same.put("\u2FD1藤", "斉藤");
    same.put("Mihon-7", "ｍｉｈｏｎ－７");
    same.put("JOHN", "ｊｏｈｎ");

    same.forEach((one, other) -> assertEquals(key(other), key(one), one));
  }

  @Example
  void otherNamesStayOthers() {
    Map.of("吉田", "古田", "カクウ", "ガクウ", "一郎", "ー郎", "高崎", "高碕", "ハハ", "パパ")
        .forEach((one, other) -> assertNotEquals(key(one), key(other)));
  }

  @Property(tries = 300)
  void howeverANameIsWrittenItsKeyIsOne(@ForAll("names") String name, @ForAll long seed) {
    assertEquals(key(name), key(disguised(name, new Random(seed))));
  }

  @Property(tries = 300)
  void aKeyIsItsOwnKey(@ForAll("names") String name, @ForAll long seed) {
    String key = key(disguised(name, new Random(seed)));

    assertEquals(key, key(key));
  }

  @Provide
  Arbitrary<String> names() {
    List<String> characters =
        Stream.concat(
                ordinary.values().stream().distinct().sorted(),
                ("アイカキサシタチツテトナハヒフヘホマヤユヨラリルレロワンャュョッー山田太郎花子架空見本" + VOICED)
                    .codePoints()
                    .mapToObj(Character::toString))
            .toList();
    return Arbitraries.of(characters)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  /** The same name as somebody else might have typed it. */
  private static String disguised(String name, Random random) {
    Map<String, List<String>> variants =
        ordinary.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    StringBuilder written = new StringBuilder();
    name.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            character -> {
              written.append(disguised(character, variants, random));
              if (random.nextInt(5) == 0) {
                written.append(UNSEEN.get(random.nextInt(UNSEEN.size())));
              }
            });
    return random.nextBoolean()
        ? Normalizer.normalize(written, Normalizer.Form.NFD)
        : written.toString();
  }

  private static String disguised(
      String character, Map<String, List<String>> variants, Random random) {
    if (random.nextInt(3) == 0) {
      return character;
    }
    if (variants.containsKey(character)) {
      List<String> others = variants.get(character);
      return others.get(random.nextInt(others.size()))
          + (random.nextBoolean() ? Character.toString(0xE0100 + random.nextInt(16)) : "");
    }
    if (character.equals("ー")) {
      return DASHES.get(random.nextInt(DASHES.size()));
    }
    if (VOICED.contains(character)) {
      String apart = Normalizer.normalize(character, Normalizer.Form.NFD);
      return random.nextBoolean() ? apart : apart.replace('\u3099', '゛').replace('\u309A', '゜');
    }
    int kana = character.codePointAt(0);
    boolean isKatakana = kana >= 'ァ' && kana <= 'ン';
    return isKatakana ? Character.toString(kana - 'ァ' + 'ぁ') : character;
  }

  private static String key(String text) {
    return owner
        .createQuery("select notification.search_key(:text)")
        .bind("text", text)
        .mapTo(String.class)
        .one();
  }
}
