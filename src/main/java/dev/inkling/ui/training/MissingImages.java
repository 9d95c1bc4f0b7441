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
  private final RecipeForm form;
  private final DataSource source;
  private final Wanted usual;
  private Wanted wanted;
  private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /**
   * What images are wanted for.
   *
   * @param onDownload starts it, whatever has to be downloaded
   * @param onStart starts it with other images
   */
  record Wanted(Runnable onDownload, Runnable onStart) {}

  /**
   * Nothing is asked yet.
   *
   * @param usual what they are wanted for when nobody says otherwise
   */
  MissingImages(RecipeForm form, DataSource source, Wanted usual) {
    this.form = form;
    this.source = source;
    this.usual = usual;
    wanted = usual;
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
    return remote().stream()
        .map(RemoteImages::title)
        .reduce((all, next) -> new Phrase("data.and", all, next))
        .orElseGet(() -> ImageSource.of(form.dataProperty().get()).title());
  }

  /** How much there is to learn from, and to download. */
  public Phrase why() {
    return new Phrase(
        "training.offer.why",
        remote().stream().mapToInt(RemoteImages::trainingImages).sum(),
        remote().stream().mapToInt(RemoteImages::megabytes).sum());
  }

  private List<RemoteImages> remote() {
    return ImageSource.of(form.dataProperty().get()).toDownload(source);
  }

  /** For a run by the recipe that is filled in. */
  void ask(@Nullable Problem why) {
    ask(why, usual);
  }

  /** For what was wanted last, which could not be downloaded. */
  void askAgain(Problem why) {
    ask(why, wanted);
  }

  void ask(@Nullable Problem why, Wanted what) {
    wanted = what;
    problem.set(why);
    asked.set(true);
  }

  // Commands

  /** Downloads them, then trains. */
  public void download() {
    leave();
    wanted.onDownload.run();
  }

  /** Trains on the images in a folder. */
  public void use(Path folder) {
    if (form.useFolder(folder)) {
      leave();
      wanted.onStart.run();
    }
  }

  /** Trains on digits that Inkling writes itself. */
  public void write() {
    leave();
    form.dataProperty().set(DataSource.SYNTHETIC);
    wanted.onStart.run();
  }

  /** Asks no more. */
  public void leave() {
    asked.set(false);
    problem.set(null);
  }
}
