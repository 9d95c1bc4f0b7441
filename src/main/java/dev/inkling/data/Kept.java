package dev.inkling.data;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A drawing in the user's {@link DrawingStore}. Immutable.
 *
 * @param id that tells it from all others
 * @param label its right class, counted from 0: of a digit the digit itself
 * @param read what a model read in it when it was kept, likewise; null when none did
 * @param model that read it, null when none did
 * @param time when it was kept
 * @param strokes it was drawn with; none where it came as a picture
 * @param image {@link Framing#SIZE} pixels wide and high, null where there are strokes
 * @param writer whose hand it is, by the name that people know it by; null where nobody said
 */
public record Kept(
    String id,
    int label,
    @Nullable Integer read,
    @Nullable String model,
    Instant time,
    List<Stroke> strokes,
    @Nullable GreyImage image,
    @Nullable String writer) {

  public Kept {
    strokes = List.copyOf(strokes);
    if (label < 0 || label >= Classes.MOST || strokes.isEmpty() != (image != null)) {
      throw new IllegalArgumentException(label + ", " + strokes.size() + " strokes, " + image);
    }
  }

  /**
   * A drawing with ink, to be kept now. Of one with a picture in it, what the network sees is kept.
   *
   * @param read what a model read in it, null when none did
   * @param model that read it, null when none did
   */
  public static Kept of(
      Drawing drawing, int label, @Nullable Integer read, @Nullable String model) {
    List<Stroke> strokes = new ArrayList<>();
    for (Mark mark : drawing.marks()) {
      if (!(mark instanceof Stroke stroke)) {
        return new Kept(newId(), label, read, model, now(), List.of(), framed(drawing), null);
      }
      strokes.add(stroke);
    }
    return new Kept(newId(), label, read, model, now(), strokes, null, null);
  }

  /** An image without strokes, to be kept now. */
  static Kept of(GreyImage image, int label) {
    return of(image, label, null, null);
  }

  /**
   * What a network sees, to be kept now without strokes.
   *
   * @param image {@link Framing#SIZE} pixels wide and high
   * @param read what a model read in it, null when none did
   * @param model that read it, null when none did
   */
  public static Kept of(
      GreyImage image, int label, @Nullable Integer read, @Nullable String model) {
    return new Kept(newId(), label, read, model, now(), List.of(), image, null);
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** This drawing with another label. */
  public Kept labeled(int newLabel) {
    return new Kept(id, newLabel, read, model, time, strokes, image, writer);
  }

  /** This drawing as one of a hand's, or of nobody's in particular. */
  public Kept by(@Nullable String newWriter) {
    return new Kept(id, label, read, model, time, strokes, image, newWriter);
  }

  /** This drawing and what a model read in it. */
  public Kept read(int digit, String reader) {
    return new Kept(id, label, digit, reader, time, strokes, image, writer);
  }

  /** Another drawing in the place of this one, to be kept now, which no model has read yet. */
  public Kept redrawn(Drawing drawing) {
    Kept other = of(drawing, label, null, null);
    return new Kept(id, label, null, null, other.time, other.strokes, other.image, writer);
  }

  /** Whether the model that read it was right; false where none did. */
  public boolean isReadRight() {
    return read != null && read == label;
  }

  /** The drawing, to put on the pad. */
  public Drawing drawing() {
    return new Drawing(image == null ? List.copyOf(strokes) : List.of(Picture.enlarged(image)));
  }

  /** As the network sees it: rastered and framed as on the pad; blank where no ink is left. */
  public GreyImage framed() {
    return image != null ? image : framed(drawing());
  }

  private static GreyImage framed(Drawing drawing) {
    return Framing.frame(Raster.of(drawing.finelyInked()))
        .orElse(GreyImage.blank(Framing.SIZE, Framing.SIZE));
  }
}
