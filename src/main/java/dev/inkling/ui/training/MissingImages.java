package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import dev.inkling.data.Mirrored;
import dev.inkling.data.RemoteImages;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Asks where images are to come from, when what is wanted is not on this computer. */
public final class MissingImages {
  private static final int IMAGES = 70_000;

  private final RecipeForm form;
  private final DataSource source;
  private final Runnable onDownload;
  private final Runnable onStart;
  private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /**
   * Nothing is asked yet.
   *
   * @param onDownload starts the recipe, whatever has to be downloaded for it
   * @param onStart starts the recipe with other images
   */
  MissingImages(RecipeForm form, DataSource source, Runnable onDownload, Runnable onStart) {
    this.form = form;
    this.source = source;
    this.onDownload = onDownload;
    this.onStart = onStart;
  }

  /** True while it is asked. */
  public ReadOnlyBooleanProperty askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** Why they could not be downloaded; null when nobody tried. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** True for what went wrong with a download. */
  static boolean isAbout(Throwable e) {
    return e instanceof Problem why && why.key().startsWith(Mirrored.PROBLEMS);
  }

  /** What is not here. */
  public Phrase what() {
    return wanted().stream()
        .map(RemoteImages::title)
        .reduce((all, next) -> new Phrase("data.and", all, next))
        .orElseGet(() -> ImageSource.of(form.dataProperty().get()).title());
  }

  /** How much there is to download. */
  public Phrase why() {
    return new Phrase(
        "training.offer.why",
        IMAGES * wanted().size(),
        wanted().stream().mapToInt(RemoteImages::megabytes).sum());
  }

  private List<RemoteImages> wanted() {
    return ImageSource.of(form.dataProperty().get()).toDownload(source);
  }

  void ask(@Nullable Problem why) {
    problem.set(why);
    asked.set(true);
  }

  // Commands

  /** Downloads them, then trains. */
  public void download() {
    leave();
    onDownload.run();
  }

  /** Trains on the images in a folder. */
  public void use(Path folder) {
    leave();
    form.useFolder(folder);
    onStart.run();
  }

  /** Trains on digits that Inkling writes itself. */
  public void write() {
    leave();
    form.dataProperty().set(DataSource.SYNTHETIC);
    onStart.run();
  }

  /** Asks no more. */
  public void leave() {
    asked.set(false);
    problem.set(null);
  }
}
