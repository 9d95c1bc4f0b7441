package dev.inkling.pile;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.PictureFile;
import dev.inkling.image.PictureFile.Opened;
import dev.inkling.model.Classifier;
import dev.inkling.recognize.LineReader;
import dev.inkling.recognize.PictureReader;
import dev.inkling.recognize.PictureReader.Answer;
import dev.inkling.recognize.PictureReader.Asked;
import dev.inkling.recognize.PictureReader.Seen;
import dev.inkling.recognize.Reading;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of pictures, as many at once as memory allows, each as it would be read alone. For one
 * thread; it has a classifier of its own.
 */
public final class PileReader implements AutoCloseable {
  /** Pictures that are read at once: so many give the network something to do. */
  static final int MOST = 32;

  /** Bytes of files that wait to be read at once, unless one has more of them. */
  private static final int MOST_BYTES = Math.min(32_000_000, ArchiveEntries.MOST_BYTES / 2);

  /** Pixels that are held at once, unless a picture has more of them. */
  private static final long MOST_PIXELS = 1_000_000;

  private final Classifier classifier;
  private final LineReader lines;
  private final Messages messages;
  private final boolean areDigits;

  /**
   * A reader that closes with itself what it reads with.
   *
   * @param messages in whose language a row says why a picture cannot be read
   */
  public PileReader(Classifier classifier, LineReader lines, Messages messages) {
    this.classifier = classifier;
    this.lines = lines;
    this.messages = messages;
    areDigits = classifier.model().card().areDigits();
  }

  /** A picture that waits to be read with others, or its row where it could not be opened. */
  private record Waiting(String path, @Nullable Opened opened, @Nullable PileRow row) {}

  /** A row for each picture, in their order. */
  public List<PileRow> read(List<PileEntry> entries) {
    List<PileRow> rows = new ArrayList<>();
    List<Waiting> waiting = new ArrayList<>();
    long pixels = 0;
    for (PileEntry entry : entries) {
      Waiting next = open(entry);
      waiting.add(next);
      pixels += next.opened == null ? 0 : pixels(next.opened);
      if (waiting.size() == MOST || pixels >= MOST_PIXELS) {
        rows.addAll(readAll(waiting));
        waiting.clear();
        pixels = 0;
      }
    }
    rows.addAll(readAll(waiting));
    return rows;
  }

  /** The next pictures to be read at once; none at the end. */
  public static List<PileEntry> share(PileEntries entries) {
    return share(entries, MOST, () -> false);
  }

  /**
   * Likewise.
   *
   * @param most how many there are at most
   * @param isStopped asked before each
   */
  static List<PileEntry> share(PileEntries entries, int most, BooleanSupplier isStopped) {
    List<PileEntry> share = new ArrayList<>();
    long bytes = 0;
    while (share.size() < most && bytes < MOST_BYTES && !isStopped.getAsBoolean()) {
      PileEntry next = entries.next();
      if (next == null) {
        break;
      }
      PileEntry entry = next.hold();
      bytes += entry.held();
      share.add(entry);
    }
    return share;
  }

  private static long pixels(Opened opened) {
    return (long) opened.picture().getWidth() * opened.picture().getHeight();
  }

  private Waiting open(PileEntry entry) {
    try {
      return new Waiting(entry.path(), PictureFile.open(entry.bytes(), entry.path()), null);
    } catch (RuntimeException | OutOfMemoryError e) {
      return new Waiting(entry.path(), null, broken(entry.path(), e));
    }
  }

  private List<PileRow> readAll(List<Waiting> waiting) {
    try {
      return rows(waiting);
    } catch (RuntimeException | OutOfMemoryError e) {
      // One of them does what nobody foresaw: the others need not suffer for it.
      return waiting.size() == 1
          ? List.of(broken(waiting.getFirst().path, e))
          : waiting.stream().flatMap(each -> readAll(List.of(each)).stream()).toList();
    }
  }

  private List<PileRow> rows(List<Waiting> waiting) {
    List<Asked> asked = new ArrayList<>();
    for (Waiting each : waiting) {
      if (each.opened != null) {
        asked.add(new Asked(each.opened.picture(), List.of(), each.path));
      }
    }
    List<Answer> answers = PictureReader.read(asked, classifier, lines);
    List<PileRow> rows = new ArrayList<>();
    int next = 0;
    for (Waiting each : waiting) {
      rows.add(
          each.opened == null ? each.row : row(each.path, answers.get(next++), each.opened.step()));
    }
    return rows;
  }

  private PileRow row(String path, Answer answer, int step) {
    if (answer.problem() != null) {
      return broken(path, answer.problem());
    }
    Seen seen = answer.seen();
    Reading reading = seen.reading();
    boolean isSure = seen.isAnswer() || !areDigits;
    return new PileRow(
        path,
        reading.text(),
        reading.digits().size(),
        reading.digits().isEmpty() ? null : reading.confidence(),
        isSure,
        reading.digits().stream().map(digit -> box(seen, digit, step)).toList(),
        null);
  }

  /** A digit's box in the picture's file. */
  private static Box box(Seen seen, Reading.Digit digit, int step) {
    Box box = seen.place(digit);
    Box view = seen.view();
    double scale = step * (double) view.longerSide() / seen.ink().box().longerSide();
    int x = Math.max(0, step * view.x() + (int) Math.round(scale * box.x()));
    int y = Math.max(0, step * view.y() + (int) Math.round(scale * box.y()));
    return new Box(
        x, y, (int) Math.round(scale * box.width()), (int) Math.round(scale * box.height()));
  }

  private PileRow broken(String path, Throwable why) {
    return PileRow.broken(path, messages.get(Problem.of(why)));
  }

  @Override
  public void close() {
    classifier.close();
    lines.close();
  }
}
