package dev.inkling.ui.pile;

import dev.inkling.image.PictureFile;
import dev.inkling.image.Thumbnail;
import dev.inkling.pile.Pile;
import dev.inkling.ui.kit.Background;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Pictures of a table in small, as many as are looked at. Used on the FX thread alone. */
final class PilePictures {
  /** In pixels: twice as large as it is shown, for fine screens. */
  private static final int SIDE = 96;

  private static final int MOST = 300;

  private final Background files;

  /** Nothing for what cannot be opened; the one that was looked at longest ago goes first. */
  private final Map<String, Optional<BufferedImage>> held =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<BufferedImage>> eldest) {
          return size() > MOST;
        }
      };

  PilePictures(Background files) {
    this.files = files;
  }

  /**
   * Hands over a picture, now or when it is opened.
   *
   * @param isWanted whether somebody still looks at its place
   */
  void show(String path, BooleanSupplier isWanted, Consumer<BufferedImage> shown) {
    Optional<BufferedImage> known = held.get(path);
    if (known != null) {
      known.ifPresent(shown);
      return;
    }
    files.run(
        () -> Paper.under(Thumbnail.of(PictureFile.read(Pile.bytes(path), path), SIDE)),
        small -> {
          held.put(path, Optional.of(small));
          if (isWanted.getAsBoolean()) {
            shown.accept(small);
          }
        },
        _ -> held.put(path, Optional.empty()));
  }
}
