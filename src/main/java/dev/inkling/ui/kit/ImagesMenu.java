package dev.inkling.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** Images of one's own: a folder, a file, or several data sets together. */
public final class ImagesMenu extends MenuButton {
  private static final List<String> FILES = List.of("*.csv", "*.csv.gz", "*.npz");

  private final Texts texts;

  /**
   * The menu.
   *
   * @param offered names of the data sets that there are
   * @param onPlace gets a folder or a file
   * @param onSeveral gets the name of several together
   */
  public ImagesMenu(
      Texts texts,
      Supplier<List<String>> offered,
      Consumer<Path> onPlace,
      Consumer<String> onSeveral) {
    super(null, new FontIcon("bi-folder2-open"));
    this.texts = texts;
    setMinWidth(USE_PREF_SIZE);
    accessibleTextProperty().bind(texts.bind("training.data.menu"));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind("training.data.menu"));
    setTooltip(tooltip);
    getItems()
        .addAll(
            item(
                "training.data.folder",
                () ->
                    FolderDialog.ask(getScene().getWindow(), texts.get("training.data.folder"))
                        .ifPresent(onPlace)),
            item("training.data.file", () -> askFile().ifPresent(onPlace)),
            item(
                "training.data.mix",
                () ->
                    new MixDialog(getScene().getWindow(), texts, offered.get())
                        .showAndWait()
                        .ifPresent(onSeveral)));
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(texts.bind(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Optional<Path> askFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("training.data.file"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.get("training.data.files"), FILES));
    return Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow())).map(File::toPath);
  }
}
