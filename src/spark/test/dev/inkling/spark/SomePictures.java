package dev.inkling.spark;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Classifier;
import dev.inkling.pile.Pile;
import dev.inkling.pile.PileEntries;
import dev.inkling.pile.PileEntry;
import dev.inkling.pile.PileReader;
import dev.inkling.pile.PileRow;
import dev.inkling.recognize.LineReader;
import dev.inkling.support.Pictures;
import dev.inkling.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;

/** Pictures of digits, and what one machine reads in them. */
final class SomePictures {
  static final String MODEL = "sprint";

  private SomePictures() {}

  /** So many pictures in a folder and one below it, of which every 20th is none. */
  static void write(Path folder, int count) throws IOException {
    Path below = Files.createDirectories(folder.resolve("b, \"c\""));
    Digits digits = Synthetic.digits(count, 1);
    for (int i = 0; i < count; i++) {
      Path file = (i % 2 == 0 ? folder : below).resolve(i + ".png");
      if (i % 20 == 13) {
        Files.writeString(file, "no picture");
      } else {
        Pictures.write(Pictures.stored(digits.image(i)), "png", file);
      }
    }
  }

  /** An archive of all pictures in a folder itself. */
  static void zip(Path folder, Path archive) throws IOException {
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
      }
    }
  }

  /** What one machine reads, as cells. */
  static List<String> rows(Path... piles) {
    return read(piles).stream().map(SameRow::text).sorted().toList();
  }

  /** What one machine reads, as lines of its table. */
  static List<String> lines(Path... piles) {
    return read(piles).stream().map(row -> row.csv().strip()).sorted().toList();
  }

  private static List<PileRow> read(Path... piles) {
    List<PileRow> rows = new ArrayList<>();
    try (PileReader reader =
        new PileReader(
            Classifier.oneByOne(ModelFiles.of(MODEL, new Configuration()).read()),
            new LineReader(ModelFiles.lines().read()),
            new Messages(Locale.ENGLISH))) {
      for (Path pile : piles) {
        rows.addAll(reader.read(entries(pile)));
      }
    }
    return rows;
  }

  private static List<PileEntry> entries(Path pile) {
    List<PileEntry> all = new ArrayList<>();
    try (PileEntries entries = Pile.of(pile.toString()).entries()) {
      for (PileEntry each = entries.next(); each != null; each = entries.next()) {
        all.add(each.hold());
      }
    }
    return all;
  }
}
