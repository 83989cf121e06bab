package org.openhersys.notification.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The font of one print (ISO 32000-1, 9.7). Each different character gets a code of its own, and
 * with it what it was typed as: two characters that look alike (日 and the radical ⽇), a character
 * with a variation selector, one that the typeface does not have, all come out of a search or a
 * copy as they went in. A writer that codes by glyph would lose that.
 */
final class PrintedFont {
  private static final String TAG = "HERSYS";
  private static final String NAME = TAG + "+NotoSansJP-Regular";
  private static final int MOST_IN_BLOCK = 100;

  private final Typeface typeface;
  private final Map<String, Integer> codes = new LinkedHashMap<>();

  PrintedFont(Typeface typeface) {
    this.typeface = typeface;
  }

  /** The advance of a character, in thousandths of the em. */
  int advance(String character) {
    return typeface.advance(glyph(character));
  }

  /** The codes of a text, as a string of a content stream: hexadecimal, two bytes each. */
  String encoded(List<String> characters) {
    StringBuilder hex = new StringBuilder("<");
    characters.forEach(
        character ->
            hex.append(
                HexFormat.of()
                    .toHexDigits(
                        codes.computeIfAbsent(character, one -> codes.size() + 1).shortValue())));
    return hex.append('>').toString();
  }

  /** Writes the font, with the glyphs of what was encoded. */
  COSDictionary write(PDDocument document) throws IOException {
    Typeface.Subset subset =
        typeface.subset(new TreeSet<>(codes.keySet().stream().map(this::glyph).toList()), TAG);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, NAME);
    font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    font.setItem(COSName.DESCENDANT_FONTS, new COSArray(List.of(descendant(document, subset))));
    font.setItem(
        COSName.TO_UNICODE, stream(document, toUnicode().getBytes(StandardCharsets.US_ASCII)));
    return font;
  }

  private COSDictionary descendant(PDDocument document, Typeface.Subset subset) throws IOException {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Identity"));
    system.setInt(COSName.SUPPLEMENT, 0);
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    descendant.setName(COSName.BASE_FONT, NAME);
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor(document, subset.file()));
    descendant.setInt(COSName.DW, Typeface.EM);
    descendant.setItem(COSName.W, widths());
    descendant.setItem(COSName.CID_TO_GID_MAP, stream(document, glyphsByCode(subset)));
    return descendant;
  }

  private static COSDictionary descriptor(PDDocument document, byte[] file) throws IOException {
    COSStream program = stream(document, file);
    program.setInt(COSName.LENGTH1, file.length);
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, NAME);
    descriptor.setInt(COSName.FLAGS, 4);
    descriptor.setItem(COSName.FONT_BBOX, integers(-1_000, -300, 3_000, 1_200));
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, 880);
    descriptor.setInt(COSName.DESCENT, -120);
    descriptor.setInt(COSName.CAP_HEIGHT, 733);
    descriptor.setInt(COSName.STEM_V, 80);
    descriptor.setItem(COSName.FONT_FILE2, program);
    return descriptor;
  }

  private COSArray widths() {
    COSArray each = new COSArray();
    codes.keySet().forEach(character -> each.add(COSInteger.get(advance(character))));
    return new COSArray(List.of(COSInteger.get(1), each));
  }

  private byte[] glyphsByCode(Typeface.Subset subset) {
    ByteArrayOutputStream map = new ByteArrayOutputStream();
    map.writeBytes(new byte[2]);
    codes
        .keySet()
        .forEach(
            character -> {
              int glyph = subset.glyphs().getOrDefault(glyph(character), 0);
              map.write(glyph >> 8);
              map.write(glyph);
            });
    return map.toByteArray();
  }

  private String toUnicode() {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    List<Map.Entry<String, Integer>> all = List.copyOf(codes.entrySet());
    for (int from = 0; from < all.size(); from += MOST_IN_BLOCK) {
      List<Map.Entry<String, Integer>> block =
          all.subList(from, Math.min(from + MOST_IN_BLOCK, all.size()));
      map.append(block.size()).append(" beginbfchar\n");
      block.forEach(
          code ->
              map.append(
                  "<%04X> <%s>\n"
                      .formatted(
                          code.getValue(),
                          HexFormat.of()
                              .formatHex(code.getKey().getBytes(StandardCharsets.UTF_16BE)))
                      .toUpperCase(Locale.ROOT)));
      map.append("endbfchar\n");
    }
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  /** The glyph of a character, that of its base; a space for what has no form; else 〓. */
  private int glyph(String character) {
    int base = character.codePointAt(0);
    int glyph = typeface.glyph(isFormless(base) ? ' ' : base);
    return glyph == 0 ? typeface.glyph(Typeface.GETA) : glyph;
  }

  private static boolean isFormless(int codePoint) {
    return Characters.isSelector(codePoint)
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }

  private static COSArray integers(int... values) {
    COSArray array = new COSArray();
    for (int value : values) {
      array.add(COSInteger.get(value));
    }
    return array;
  }

  private static COSStream stream(PDDocument document, byte[] content) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
    return stream;
  }
}
