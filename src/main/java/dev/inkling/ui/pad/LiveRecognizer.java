package dev.inkling.ui.pad;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.model.ModelVersion;
import dev.inkling.recognize.LineReader;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the newest drawing on a thread of its own. A drawing that waits is replaced by a newer
 * one, so that the hand is never behind, and so is a model that waits to be loaded.
 */
public final class LiveRecognizer implements AutoCloseable {
  private final Background background;
  private final Background loading;
  private final Background reading;
  private final Background looking;
  private final ClassifierPool pool;
  private final LineReader lines;

  /** Of the model that reads, for the background thread alone. */
  private ClassifierPool.@Nullable Loan loan;

  /**
   * A recognizer without a model yet.
   *
   * @param background with a worker of one thread
   * @param pool that lends the classifier
   * @param lines reads the lines of pictures; it is closed with this
   */
  public LiveRecognizer(Background background, ClassifierPool pool, LineReader lines) {
    this.background = background;
    this.pool = pool;
    this.lines = lines;
    loading = background.newestOnly();
    reading = background.newestOnly();
    looking = background.newestOnly();
  }

  /**
   * Reads with another model from now on, unless a newer one is wanted before it is loaded: then
   * only of that one is heard.
   */
  public void use(Path folder, Consumer<Model> onSuccess, Consumer<Throwable> onFailure) {
    loading.run(() -> load(folder), onSuccess, onFailure);
  }

  private Model load(Path folder) throws IOException {
    EngineSetup.useThisThreadOnly();
    ModelVersion version = ModelVersion.of(folder);
    ClassifierPool.Loan before = loan;
    if (before != null && before.is(version)) {
      return before.classifier().model();
    }
    ClassifierPool.Loan next = warm(pool.of(version));
    loan = next;
    giveBack(before);
    return next.classifier().model();
  }

  /** The first time is slow. */
  private static ClassifierPool.Loan warm(ClassifierPool.Loan next) {
    try {
      next.classifier().probabilities(GreyImage.blank(Framing.SIZE, Framing.SIZE));
      return next;
    } catch (RuntimeException | Error e) {
      next.close();
      throw e;
    }
  }

  private static void giveBack(ClassifierPool.@Nullable Loan loan) {
    if (loan != null) {
      loan.close();
    }
  }

  /**
   * Recognizes a drawing with a network that is used this once, such as one still in training.
   *
   * @param onSuccess hears each class’s probability, or nothing on a drawing without ink
   */
  public void recognizeOnce(Model model, Drawing drawing, Consumer<Recognition> onSuccess) {
    background.run(
        () -> {
          EngineSetup.useThisThreadOnly();
          try (Classifier once = new Classifier(model)) {
            return Recognizer.recognize(drawing, once);
          }
        },
        onSuccess,
        _ -> {}); // the next one is soon to come
  }

  /**
   * Recognizes a drawing as one digit, in its turn, beside what is drawn on the pad; without a
   * model nothing happens.
   */
  public void recognizeBeside(
      Drawing drawing, Consumer<Recognition> onSuccess, Consumer<Throwable> onFailure) {
    background.run(
        () -> loan == null ? null : Recognizer.recognize(drawing, loan.classifier()),
        answer -> {
          if (answer != null) {
            onSuccess.accept(answer);
          }
        },
        onFailure);
  }

  /** Recognizes a drawing, unless a newer one comes first; without a model nothing happens. */
  public void recognize(
      Drawing drawing, Consumer<Reading> onSuccess, Consumer<Throwable> onFailure) {
    reading.run(
        () -> loan == null ? null : Recognizer.read(drawing, loan.classifier(), lines),
        answer -> {
          if (answer != null) {
            onSuccess.accept(answer);
          }
        },
        onFailure);
  }

  /** What is looked for in a picture. */
  public interface Look<T> {
    /** Looks at a picture with the network that reads digits, and the one that reads lines. */
    T at(BufferedImage picture, Classifier classifier, LineReader lines);
  }

  /**
   * Looks at a picture with the network that reads; without a model there is the sentence that
   * there is none.
   *
   * @param picture opened in the background
   */
  public <T> void see(
      Callable<BufferedImage> picture,
      Look<T> look,
      Consumer<T> onSuccess,
      Consumer<Throwable> onFailure) {
    background.run(() -> seen(picture, look), onSuccess, onFailure);
  }

  /** Likewise, unless it is to be looked at anew before it is this one's turn. */
  public <T> void seeNewest(
      BufferedImage picture, Look<T> look, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
    looking.run(() -> seen(() -> picture, look), onSuccess, onFailure);
  }

  private <T> T seen(Callable<BufferedImage> picture, Look<T> look) throws Exception {
    BufferedImage decoded = picture.call();
    if (loan == null) {
      throw new Problem("problem.models.none");
    }
    return look.at(decoded, loan.classifier(), lines);
  }

  /** Gives the classifier back, when what was begun is done. */
  @Override
  public void close() {
    background
        .worker()
        .execute(
            () -> {
              giveBack(loan);
              loan = null;
              lines.close();
            });
  }
}
