package dev.inkling.image;

import dev.inkling.image.Found.Way;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ink in a picture: what differs from the paper, whether dark on light, light on dark or
 * on nothing at all (transparent). Drawn pictures and photos of paper want different ways; which of
 * them saw right is for who reads the ink to say.
 */
public final class InkFinder {
  /** The longer side of a photo in which what is large is seen as well, in pixels. */
  private static final int AT_A_GLANCE = 400;

  private Light light;
  private final List<Hint> hints;
  private @Nullable PaperInk paper;
  private @Nullable Found glance;
  private boolean hasGlanced;

  /** Takes in a picture of any size and kind. */
  public InkFinder(BufferedImage picture) {
    this(picture, List.of());
  }

  /** Likewise, with what a person says of it: then only ways that can heed that find anything. */
  public InkFinder(BufferedImage picture, List<Hint> hints) {
    light = Light.of(picture);
    this.hints = List.copyOf(hints);
  }

  /** What a way finds; nothing where it sees nothing but paper. */
  public Optional<Found> find(Way way) {
    if (way == Way.FLAT) {
      return hints.isEmpty() ? FlatInk.of(light) : Optional.empty();
    }
    return paper().find(way);
  }

  private PaperInk paper() {
    if (paper == null) {
      paper = PaperInk.of(light, hints);
    }
    return paper;
  }

  /**
   * What is seen at first glance of a picture in which one thing stands clear and alone: drawn on
   * blank paper, or strong beside its paper's noise, with no lines or frames. Other ways see the
   * same there, and take many times as long.
   *
   * @return nothing of any other picture, and where a person says something of it
   */
  public Optional<Found> glance() {
    if (!hasGlanced) {
      glance = hints.isEmpty() ? FlatInk.alone(light).or(this::alonePhoto).orElse(null) : null;
      hasGlanced = true;
    }
    return Optional.ofNullable(glance);
  }

  /** Where one thing stands alone in a photo, a smaller one does for other ways too. */
  private Optional<Found> alonePhoto() {
    Light small = light.coarse(AT_A_GLANCE);
    PaperInk glanced = PaperInk.of(small, hints);
    Optional<Found> found = glanced.alone();
    if (found.isPresent()) {
      light = small;
      paper = glanced;
    }
    return found;
  }

  /** How many ruled lines or edges of cells there are. */
  public int lines() {
    return glance().isPresent() ? 0 : paper().lines();
  }

  /** The mean brightness, 0…1. */
  public double brightness() {
    return light.mean();
  }
}
