package org.openhersys.notification.print;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The typeface that is printed in: Noto Sans JP, under the SIL Open Font License 1.1 ({@code
 * print/OFL.txt}), unchanged; a print holds the glyphs that it shows and no more.
 */
@Singleton
class Typeface {
  /** Units of a glyph's advance to the em. */
  static final int EM = 1_000;

  /** What stands in print for a character that the typeface does not have: 〓, as printers do. */
  static final int GETA = 0x3013;

  private static final String FILE = "/print/NotoSansJP-Regular.ttf";
  private static final List<String> TABLES =
      List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm");

  private final TrueTypeFont font;
  private final CmapLookup characters;

  /**
   * @throws UncheckedIOException when the file is damaged
   */
  Typeface() {
    try (InputStream in = Typeface.class.getResourceAsStream(FILE)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      characters = font.getUnicodeCmapLookup();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** The glyph of a code point; 0 when there is none. */
  int glyph(int codePoint) {
    return characters.getGlyphId(codePoint);
  }

  /** Its advance, in thousandths of the em. */
  synchronized int advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph) * EM / font.getUnitsPerEm();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /**
   * A part of the font file.
   *
   * @param file TrueType, with some glyphs of the whole
   * @param glyphs by their number in the whole, their number in the part
   */
  record Subset(byte[] file, Map<Integer, Integer> glyphs) {}

  /**
   * The font with these glyphs alone. The file is read here and there while it is cut, so one after
   * the other.
   *
   * @param tag six capital letters, to tell subsets apart (ISO 32000-1, 9.6.4)
   */
  synchronized Subset subset(Set<Integer> glyphs, String tag) {
    try {
      TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
      subsetter.addGlyphIds(glyphs);
      subsetter.setPrefix(tag + "+");
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      subsetter.writeToStream(file);
      Map<Integer, Integer> numbers = new LinkedHashMap<>();
      subsetter.getGIDMap().forEach((part, whole) -> numbers.put(whole, part));
      return new Subset(file.toByteArray(), numbers);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
