package org.openhersys.notification.print;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhersys.notification.submission.Handling.logged;
import static org.openhersys.notification.submission.Handling.patch;
import static org.openhersys.notification.submission.Notifying.as;
import static org.openhersys.notification.submission.Notifying.confirmed;
import static org.openhersys.notification.submission.Notifying.json;
import static org.openhersys.notification.submission.Notifying.newKey;
import static org.openhersys.notification.submission.Notifying.submit;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.openhersys.api.caller.Role;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.Directory.Login;
import org.openhersys.notification.form.SampleForm;
import org.openhersys.notification.form.Sex;
import org.openhersys.notification.submission.Notifying;

/** 発生届の写し: what it shows, and what is read out of it. */
@QuarkusTest
class PrintTest {
  /** 𠮷 髙 﨑; a form that a selector chooses; the sun, and the radical that looks like it. */
  private static final String NAME = "𠮷田 髙﨑 葛\uDB40\uDD00城 日⽇";

  private static final String FOREIGN = "홍길동 สมชาย Nguyễn";
  private final Notifying notifying = new Notifying();
  private final Login clerk = Directory.person(notifying.institution, Role.CLERK);

  @Test
  void textComesOutAsItWasTyped() throws IOException {
    UUID id =
        submitted(
            confirmed()
                .with(
                    form -> {
                      form.patient =
                          SampleForm.person(
                              NAME, "ヨシダ", Sex.FEMALE, form.diagnosisDate.minusYears(30), null);
                      form.physicianName = FOREIGN;
                    }));

    String text = text(print(clerk, id));

    assertTrue(text.contains("2 当該者氏名 " + NAME), text);
    assertTrue(text.contains(FOREIGN), text);
    assertTrue(text.contains("3 性別 女"), text);
  }

  @Test
  void aLongTextIsWholeOverLinesAndPages() throws IOException {
    String typed = "架空の経過を記す。𠮷".repeat(400);
    UUID id = submitted(confirmed().with(form -> form.freeText = typed.substring(0, 3_990)));

    try (PDDocument document = Loader.loadPDF(print(clerk, id))) {
      int pages = document.getNumberOfPages();
      String text = new PDFTextStripper().getText(document);
      for (int page = 1; page <= pages; page++) {
        assertTrue(text.contains("%d／%dページ".formatted(page, pages)), text);
      }
      long typedTimes = typed.substring(0, 3_990).codePoints().filter(c -> c == 0x20BB7).count();
      assertEquals(typedTimes, text.codePoints().filter(c -> c == 0x20BB7).count());
      assertTrue(pages >= 4, "pages " + pages);
    }
  }

  @Test
  void theHeadSaysWhatTheCopyIsOf() throws IOException {
    UUID id = submitted(confirmed());
    patch(clerk, id, "{\"freeText\": \"追記\"}").then().statusCode(200);

    String text = text(print(clerk, id));

    for (String part : List.of("【写し】", "受付番号 " + id, "第2改訂", "（患者（確定例））", "届出先保健所 架空保健所", "1／")) {
      assertTrue(text.contains(part), part + " is missing in\n" + text);
    }
    assertTrue(text.contains("提出日（受理日） " + WrittenItems.day(Notifying.today())), text);
    assertTrue(text.contains("その他医師が必要と認める事項 追記"), text);
  }

  @Test
  void theFontIsEmbeddedAndShowsEachCharacterInItsOwnForm() throws IOException {
    UUID id =
        submitted(
            confirmed()
                .with(
                    form ->
                        form.patient =
                            SampleForm.person(
                                NAME + "홍",
                                "ヨシダ",
                                Sex.FEMALE,
                                form.diagnosisDate.minusYears(30),
                                null)));

    try (PDDocument document = Loader.loadPDF(print(clerk, id));
        TrueTypeFont whole = wholeFont()) {
      var resources = document.getPage(0).getResources();
      PDType0Font font =
          (PDType0Font) resources.getFont(resources.getFontNames().iterator().next());
      assertNotNull(font.getFontDescriptor().getFontFile2());
      assertTrue(font.getFontDescriptor().getFontFile2().getLength() < 500_000);
      Map<String, Integer> codes = codes(font);
      for (int codePoint : new int[] {0x20BB7, 0x9AD9, 0xFA11, '日', '田', 'ヨ', '1'}) {
        assertSameForm(whole, codePoint, font, codes.get(Character.toString(codePoint)));
      }
      assertSameForm(whole, '葛', font, codes.get("葛\uDB40\uDD00"));
      assertSameForm(whole, '日', font, codes.get("⽇"));
      assertSameForm(whole, '〓', font, codes.get("홍"));
    }
  }

  @Test
  void itCanBeRendered() throws IOException {
    try (PDDocument document = Loader.loadPDF(print(clerk, submitted(confirmed())))) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
      long dark = 0;
      for (int x = 0; x < page.getWidth(); x++) {
        for (int y = 0; y < page.getHeight(); y++) {
          dark += (page.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
        }
      }
      assertTrue(dark > 2_000, "dark pixels " + dark);
    }
  }

  @Test
  void itIsAFileWhoseNameSaysNothingAndThatNobodyKeeps() {
    UUID id = submitted(confirmed());

    as(clerk)
        .get(Notifying.PATH + "/" + id + "/print")
        .then()
        .statusCode(200)
        .contentType("application/pdf")
        .header("Cache-Control", equalTo("no-store"))
        .header("Content-Disposition", equalTo("inline; filename=\"notification-" + id + ".pdf\""));
    assertEquals(1, logged(clerk, "notification.print", "ALLOWED"));
  }

  @Test
  void whoDoesNotSeeTheNotificationDoesNotPrintIt() {
    UUID id = submitted(confirmed());
    Login other = Directory.person(Directory.institution("131016"), Role.PHYSICIAN);

    as(other).get(Notifying.PATH + "/" + id + "/print").then().statusCode(404);

    assertEquals(1, logged(other, "notification.print", "DENIED"));
  }

  private UUID submitted(SampleForm form) {
    return UUID.fromString(
        submit(notifying.ehr, newKey(), json(form)).then().statusCode(201).extract().path("id"));
  }

  private static byte[] print(Login who, UUID id) {
    return as(who)
        .get(Notifying.PATH + "/" + id + "/print")
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private static String text(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** The code of each character, as a reader is told it. */
  private static Map<String, Integer> codes(PDType0Font font) {
    Map<String, Integer> codes = new HashMap<>();
    for (int code = 1; code < 1_000; code++) {
      String character = font.toUnicode(code);
      if (character != null) {
        codes.putIfAbsent(character, code);
      }
    }
    return codes;
  }

  private static void assertSameForm(
      TrueTypeFont whole, int codePoint, PDType0Font font, Integer code) throws IOException {
    assertNotNull(code, Integer.toHexString(codePoint));
    GeneralPath expected =
        whole.getGlyph().getGlyph(whole.getUnicodeCmapLookup().getGlyphId(codePoint)).getPath();
    GeneralPath printed = font.getPath(code);

    assertFalse(printed.getBounds2D().isEmpty(), Integer.toHexString(codePoint));
    assertEquals(expected.getBounds2D(), printed.getBounds2D(), Integer.toHexString(codePoint));
  }

  private static TrueTypeFont wholeFont() throws IOException {
    try (InputStream in = Typeface.class.getResourceAsStream("/print/NotoSansJP-Regular.ttf")) {
      return new TTFParser()
          .parse(new RandomAccessReadBuffer(new ByteArrayInputStream(in.readAllBytes())));
    }
  }
}
