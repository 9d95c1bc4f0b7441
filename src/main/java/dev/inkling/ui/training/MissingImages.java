package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.data.Mirrored;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Asks where images are to come from, when MNIST is wanted and is not on this computer. */
public final class MissingImages {
  private final RecipeForm form;
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
  MissingImages(RecipeForm form, Runnable onDownload, Runnable onStart) {
    this.form = form;
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
