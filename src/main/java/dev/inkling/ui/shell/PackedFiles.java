package dev.inkling.ui.shell;

import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.pack.Importer;
import dev.inkling.pack.Importer.Imported;
import dev.inkling.pack.InklingFile;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Models and runs that come and go in files. Used on the FX thread alone. */
public final class PackedFiles {
  private final Importer importer;
  private final Background files;
  private final Consumer<Exception> onFailure;

  private final ReadOnlyObjectWrapper<Imported> imported = new ReadOnlyObjectWrapper<>();

  /** Nothing came yet. */
  public PackedFiles(Importer importer, Background files, Consumer<Exception> onFailure) {
    this.importer = importer;
    this.files = files;
    this.onFailure = onFailure;
  }

  /** What came in last, or null. */
  public ReadOnlyObjectProperty<Imported> importedProperty() {
    return imported.getReadOnlyProperty();
  }

  /** Takes in the model or run of a file. */
  public void open(Path file) {
    imported.set(null); // what comes twice is told twice
    files.run(() -> importer.take(file), imported::set, onFailure);
  }

  /** Packs a model in a file. */
  public void pack(Entry model, Path file) {
    new Exports(files, onFailure).run(() -> InklingFile.pack(model.folder(), file));
  }
}
