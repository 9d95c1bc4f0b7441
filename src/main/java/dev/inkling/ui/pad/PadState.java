package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.model.ModelLibrary.Entry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the pad has when the program ends, and is to have when it starts again.
 *
 * @param drawing on the pad
 * @param seen the picture that is shown beside it, or null
 * @param model that reads, or null while none does
 * @param recent files, the newest first
 * @param kept ids of what was kept of the drawing, by the box of a digit or null for all of it
 */
record PadState(
    Drawing drawing,
    @Nullable Seen seen,
    @Nullable Entry model,
    List<Path> recent,
    Map<@Nullable Box, String> kept) {
  /** A picture in a file, and where it was looked at. */
  record Seen(Path file, Aim aim) {}

  /** A first start's. */
  static final PadState EMPTY = new PadState(Drawing.EMPTY, null, null, List.of(), Map.of());

  PadState {
    recent = List.copyOf(recent);
    kept = new LinkedHashMap<>(kept); // copyOf takes no null
  }
}
