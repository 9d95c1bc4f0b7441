package dev.inkling.ui.shell;

import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.pack.Importer;
import dev.inkling.pack.Importer.Imported;
import dev.inkling.pack.InklingFile;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Models and runs that come and go in files. Used on the FX thread alone. */
public final class PackedFiles {
  private final Importer importer;
  private final Background files;
  private final Notices.Topic topic;

  private final ReadOnlyObjectWrapper<@Nullable Imported> imported = new ReadOnlyObjectWrapper<>();

  /** Nothing came yet. */
  public PackedFiles(Importer importer, Background files, Notices.Topic topic) {
    this.importer = importer;
    this.files = files;
    this.topic = topic;
  }

  /** What came in last, or null. */
  public ReadOnlyObjectProperty<@Nullable Imported> importedProperty() {
    return imported.getReadOnlyProperty();
  }

  /** Takes in the model or run of a file. */
  public void open(Path file) {
    topic.over();
    imported.set(null); // what comes twice is told twice
    files.run(() -> importer.take(file), imported::set, topic::fail);
  }

  /** Packs a model in a file. */
  public void pack(Entry model, Path file) {
    new Exports(files, topic).run(file, () -> InklingFile.pack(model.folder(), file));
  }
}
