package dev.inkling.ui.training;

import dev.inkling.data.Classes;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.data.Remarks;
import dev.inkling.evaluate.Upright;
import dev.inkling.image.GreyImage;
import dev.inkling.model.ModelLibrary;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is read of the images that were chosen to train on: the first of each class. Digits of one's
 * own that lie on their side are turned when they are chosen. Used on the FX thread alone.
 */
public final class ImagesLook {
  /** Images of a class that are shown. */
  private static final int EACH = 8;

  private final RecipeForm form;
  private final DataSource source;
  private final ModelLibrary library;
  private final Background files;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<@Nullable Look> look = new ReadOnlyObjectWrapper<>();

  /** Whose images were looked at already; what somebody changes since stays so. */
  private final List<String> decided = new ArrayList<>();

  /**
   * What is read.
   *
   * @param name of the data set, with how it is taken
   * @param classes the first images of each class
   * @param lies whether the digits, as they stand in their files, lie on their side; null for what
   *     nobody can tell of
   * @param problem why nothing can be read, or what is left out; null where all is well
   */
  public record Look(
      String name, List<ClassLook> classes, @Nullable Boolean lies, @Nullable Problem problem) {}

  /** The first images of a class. */
  public record ClassLook(String name, List<GreyImage> images) {}

  ImagesLook(
      RecipeForm form, DataSource source, ModelLibrary library, Background files, Notices notices) {
    this.form = form;
    this.source = source;
    this.library = library;
    this.files = files;
    this.notices = notices;
    form.dataProperty().subscribe(this::decide);
  }

  /** What is read of the images that are chosen; null while it is read, or nobody asked. */
  public ReadOnlyObjectProperty<@Nullable Look> lookProperty() {
    return look.getReadOnlyProperty();
  }

  // Commands

  /** Reads the images that are chosen. */
  public void look() {
    String name = form.dataProperty().get();
    look.set(null);
    files.run(
        () -> look(name),
        found -> {
          if (name.equals(form.dataProperty().get())) {
            look.set(found);
          }
        },
        e -> look.set(new Look(name, List.of(), null, Problem.of(e))));
  }

  /** Takes the images so from now on. */
  public void take(boolean isTransposed, boolean isAsIs) {
    String name = form.dataProperty().get();
    decided.add(plain(name));
    if (form.useData(ImageSource.retaken(name, isTransposed, isAsIs))) {
      look();
    }
  }

  private static String plain(String name) {
    return ImageSource.retaken(name, false, false);
  }

  /** Looks at images the first time they are chosen. */
  private void decide(String name) {
    look.set(null);
    ImageSource chosen = ImageSource.of(name);
    boolean isNew = chosen.chosen().isPresent() && chosen.isFound();
    if (isNew && !decided.contains(plain(name))) {
      decided.add(plain(name));
      files.run(() -> look(name), found -> decided(name, found), e -> failed(name, e));
    }
  }

  private void decided(String name, Look found) {
    Problem leftOut = found.problem();
    if (leftOut != null) {
      notices.topic("images that are left out").fail(leftOut);
    }
    turn(name, found);
  }

  private void turn(String name, Look found) {
    boolean isToTurn = Boolean.TRUE.equals(found.lies) && !ImageSource.isTransposed(name);
    if (isToTurn
        && name.equals(form.dataProperty().get())
        && form.useData(ImageSource.retaken(name, true, ImageSource.isAsIs(name)))) {
      notices.goodNews("training.data.turned", plain(name));
    }
  }

  /** What else is wrong with them, and may be mended, who trains on them hears. */
  private void failed(String name, Throwable e) {
    if (RecipeForm.isRefusal(e)) {
      decided.remove(plain(name)); // chosen once more, they may be there
      form.refuse(name, Problem.of(e));
    } else if (!(e instanceof Problem) && !(e instanceof CancellationException)) {
      notices.topic("chosen images").fail(e);
    }
  }

  /** In the background. */
  private Look look(String name) {
    if (ImageSource.of(name).needsDownload(source)) {
      return new Look(name, List.of(), null, null);
    }
    Remarks remarks = new Remarks(DownloadProgress.SILENT);
    Digits train = source.load(name, remarks).train();
    boolean canLie =
        ImageSource.of(name).chosen().isPresent() && Classes.areDigits(train.classes());
    Boolean lies = canLie ? lies(name, train) : null;
    List<ClassLook> classes = new ArrayList<>();
    for (int label = 0; label < train.classCount(); label++) {
      classes.add(new ClassLook(train.classes().get(label), first(train, label)));
    }
    return new Look(name, classes, lies, remarks.leftOut().orElse(null));
  }

  private boolean lies(String name, Digits train) {
    Digits asInFiles = ImageSource.isTransposed(name) ? train.spread(600).transposed() : train;
    return !Upright.name(plain(name), asInFiles, library).equals(plain(name));
  }

  private static List<GreyImage> first(Digits digits, int label) {
    List<GreyImage> images = new ArrayList<>();
    for (int i = 0; i < digits.count() && images.size() < EACH; i++) {
      if (digits.label(i) == label) {
        images.add(digits.image(i));
      }
    }
    return images;
  }
}
