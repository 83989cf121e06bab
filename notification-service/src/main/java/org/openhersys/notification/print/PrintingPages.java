package org.openhersys.notification.print;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Sets a sheet in type: PDF, A4, as many pages as it takes. */
@Singleton
class PrintingPages {
  private final Typeface typeface;

  PrintingPages(Typeface typeface) {
    this.typeface = typeface;
  }

  /** The file. */
  byte[] print(PrintedSheet sheet) {
    PrintedFont font = new PrintedFont(typeface);
    List<String> pages = new SheetLayout(font).pages(sheet);
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle("発生届（写し）");
      document.getDocumentCatalog().setLanguage("ja-JP");
      COSDictionary written = font.write(document);
      for (String content : pages) {
        document.addPage(page(document, content, written));
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      document.save(file);
      return file.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static PDPage page(PDDocument document, String content, COSDictionary font)
      throws IOException {
    COSDictionary fonts = new COSDictionary();
    fonts.setItem(SheetLayout.FONT, font);
    COSDictionary resources = new COSDictionary();
    resources.setItem(COSName.FONT, fonts);
    PDPage page = new PDPage(PDRectangle.A4);
    page.setResources(new PDResources(resources));
    PDStream stream = new PDStream(document);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    page.setContents(stream);
    return page;
  }
}
