package dev.inkling.ui.pad;

import dev.inkling.model.ModelLibrary.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has the pad as it was at the last end of the program. Used on the FX thread alone. */
public final class PadMemory {
  private static final Logger LOG = Logger.getLogger(PadMemory.class.getName());

  private final PadViewModel pad;
  private final Path file;

  /** A picture that was not opened again yet, as no network is there so far. */
  private PadState.@Nullable Seen toOpen;

  /** A memory of a pad, in a file that need not be there. */
  public PadMemory(PadViewModel pad, Path file) {
    this.pad = pad;
    this.file = file;
  }

  /**
   * Puts on the pad what stood there, before its models are loaded. A file that cannot be used is
   * as none.
   */
  public void restore() {
    PadState state = read();
    pad.restore(state);
    toOpen = state.seen();
    pad.whenThereIsANetwork(this::reopen);
  }

  private void reopen() {
    PadState.Seen seen = toOpen;
    if (seen != null) {
      toOpen = null;
      pad.sight().reopen(seen.file(), seen.aim());
    }
  }

  private PadState read() {
    try {
      return Files.exists(file) ? PadFile.read(file) : PadState.EMPTY;
    } catch (IOException e) {
      LOG.log(Level.WARNING, e, () -> "what stood on the pad is lost: " + file);
      return PadState.EMPTY;
    }
  }

  /** Writes what stands on the pad now, on any thread; where that fails, the log says so. */
  public Runnable saving() {
    PadState now = state();
    return () -> write(now);
  }

  private void write(PadState now) {
    try {
      PadFile.write(file, now);
    } catch (IOException e) {
      LOG.log(Level.WARNING, e, () -> "what stands on the pad is not kept: " + file);
    }
  }

  private PadState state() {
    Entry model = pad.modelProperty().get();
    return new PadState(
        pad.drawingProperty().get(),
        toOpen != null ? toOpen : pad.sight().seen(),
        model,
        pad.recent().files(),
        pad.keeping().of(pad.drawingProperty().get()));
  }
}
