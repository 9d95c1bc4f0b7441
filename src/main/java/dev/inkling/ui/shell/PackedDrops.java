package dev.inkling.ui.shell;

import dev.inkling.pack.InklingFile;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets packed models and runs be dropped anywhere on the window. */
final class PackedDrops {
  private PackedDrops() {}

  /** Looks at drags before the screens do, and leaves them all that is no packed file. */
  static void accept(Scene scene, Consumer<Path> open) {
    scene.addEventFilter(
        DragEvent.DRAG_OVER,
        event -> {
          if (packed(event.getDragboard()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    scene.addEventFilter(
        DragEvent.DRAG_DROPPED,
        event ->
            packed(event.getDragboard())
                .ifPresent(
                    file -> {
                      open.accept(file);
                      event.setDropCompleted(true);
                      event.consume();
                    }));
  }

  private static Optional<Path> packed(Dragboard board) {
    List<File> files = board.hasFiles() ? board.getFiles() : List.of();
    return files.stream().map(File::toPath).filter(InklingFile::isNamed).findFirst();
  }
}
