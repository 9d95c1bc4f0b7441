package dev.inkling.model;

import dev.inkling.data.Classes;
import dev.inkling.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What stands in model.json: how a model is built, how it was made and what was measured, for
 * people and for programs.
 *
 * @param name of the model, its folder's name
 * @param architecture that it was trained as
 * @param task what it reads; null for single digits
 * @param layers in their text forms, from the input to the output
 * @param normalization of its input
 * @param classes what its outputs mean, in order
 * @param parameterCount number of parameters that training changed
 * @param recipe that it was trained by
 * @param data that it was trained on
 * @param epochs whole epochs that were trained
 * @param date when the last epoch ended, ISO 8601
 * @param engine and version that trained it
 * @param calibration of its confidence; null for plain softmax
 * @param validation measured on held-out training images after the last epoch, null while none
 *     ended
 * @param test measured once on the test images, null when it was not
 * @param drawn measured on files of strokes; null when none was
 * @param tuned from what it was fine-tuned; null for a network that learned from nothing
 */
public record ModelCard(
    String name,
    String architecture,
    @Nullable Task task,
    List<String> layers,
    Normalization normalization,
    List<String> classes,
    long parameterCount,
    Recipe recipe,
    String data,
    int epochs,
    String date,
    String engine,
    @Nullable Confidence calibration,
    @Nullable Score validation,
    @Nullable Score test,
    @Nullable List<DrawnScore> drawn,
    @Nullable Tuned tuned) {

  /**
   * What a fine-tuned network comes from.
   *
   * @param from name of the model that it was before
   * @param writer whose hand it learned; null where it is nobody's in particular
   * @param drawings that it was given to learn from
   * @param frozen how many of the first layers with weights stayed as they were
   * @param strokes drawings that are asked beside it, see {@link OwnStrokes}
   * @param leftOut how many of the drawings were not learned, as their labels are surely wrong
   * @param fingerprint of the drawings, see {@link dev.inkling.data.Fingerprint}; null where nobody
   *     asks whether they have changed, and in cards of older versions
   */
  public record Tuned(
      String from,
      @Nullable String writer,
      int drawings,
      int frozen,
      int strokes,
      int leftOut,
      @Nullable String fingerprint) {
    /** From drawings that were all learned, and of which nobody asks whether they have changed. */
    public Tuned(String from, @Nullable String writer, int drawings, int frozen, int strokes) {
      this(from, writer, drawings, frozen, strokes, 0, null);
    }

    /** How many drawings were learned. */
    public int learned() {
      return drawings - leftOut;
    }
  }

  /**
   * What was measured on a set of images.
   *
   * @param count of images
   * @param accuracy part read right, 0…1
   * @param loss mean cross-entropy, in nats
   * @param ece expected calibration error, 0…1; null in cards of older versions and for lines
   * @param digits of lines, the part of their digits that was read right, 0…1, where {@code
   *     accuracy} is that of whole lines; null for single digits
   * @param command that measures it again
   */
  public record Score(
      int count,
      double accuracy,
      double loss,
      @Nullable Double ece,
      @Nullable Double digits,
      String command) {
    /** Of single digits. */
    public Score(int count, double accuracy, double loss, @Nullable Double ece, String command) {
      this(count, accuracy, loss, ece, null, command);
    }
  }

  /**
   * What was measured on a file of strokes.
   *
   * @param file its name
   * @param digits in it
   * @param accuracy part of the digits read right, whether answered or not, 0…1; null without any
   * @param answered part of the digits taken for one, 0…1; null without any
   * @param others drawings in it that are no digit
   * @param refused part of the others not taken for a digit, 0…1; null without any
   * @param command that measures it again
   */
  public record DrawnScore(
      String file,
      int digits,
      @Nullable Double accuracy,
      @Nullable Double answered,
      int others,
      @Nullable Double refused,
      String command) {}

  /** What differs in another card that is made from this one; all else is the same in both. */
  private final class Change {
    private String name = ModelCard.this.name;
    private List<String> layers = ModelCard.this.layers;
    private List<String> classes = ModelCard.this.classes;
    private long parameterCount = ModelCard.this.parameterCount;
    private String date = ModelCard.this.date;
    private String engine = ModelCard.this.engine;
    private @Nullable Confidence calibration = ModelCard.this.calibration;
    private @Nullable Score validation = ModelCard.this.validation;
    private @Nullable Score test = ModelCard.this.test;
    private @Nullable List<DrawnScore> drawn = ModelCard.this.drawn;
    private @Nullable Tuned tuned = ModelCard.this.tuned;

    void forgetMeasured() {
      validation = null;
      test = null;
      drawn = null;
    }

    ModelCard card() {
      return new ModelCard(
          name,
          architecture,
          task,
          layers,
          normalization,
          classes,
          parameterCount,
          recipe,
          data,
          epochs,
          date,
          engine,
          calibration,
          validation,
          test,
          drawn,
          tuned);
    }
  }

  private ModelCard with(Consumer<Change> what) {
    Change change = new Change();
    what.accept(change);
    return change.card();
  }

  /** This card with what was measured on a file of strokes, in place of what was before. */
  public ModelCard withDrawn(DrawnScore measured) {
    List<DrawnScore> all = new ArrayList<>(drawn == null ? List.of() : drawn);
    all.removeIf(old -> old.file().equals(measured.file()));
    all.add(measured);
    return with(change -> change.drawn = all);
  }

  /** This card with what was measured on the test images. */
  public ModelCard withTest(Score measured) {
    return with(change -> change.test = measured);
  }

  /** This card under another name. */
  public ModelCard named(String newName) {
    return with(change -> change.name = newName);
  }

  /** This card with other names for the same classes. */
  public ModelCard withClasses(List<String> names) {
    return with(change -> change.classes = names);
  }

  /** This card with another confidence. */
  public ModelCard calibrated(Confidence newCalibration) {
    return newCalibration.equals(confidence())
        ? this
        : with(change -> change.calibration = newCalibration);
  }

  /**
   * The card of a network that learned more, from this one; what was measured is no longer true.
   */
  public ModelCard tuned(String newName, Tuned how, String newDate, String newEngine) {
    return with(
        change -> {
          change.forgetMeasured();
          change.name = newName;
          change.tuned = how;
          change.date = newDate;
          change.engine = newEngine;
        });
  }

  /**
   * The card of a network that learns other signs from this one's weights, with a last layer for
   * them: nothing is measured yet, and whatever is drawn is one of them.
   *
   * @param others the names of the signs
   * @param othersLayers the layers that end with as many outputs
   * @param count of the network's parameters
   */
  public ModelCard of(List<String> others, List<Layer> othersLayers, long count) {
    return with(
        change -> {
          change.forgetMeasured();
          change.layers = Layer.texts(othersLayers);
          change.classes = others;
          change.parameterCount = count;
          change.calibration = null;
        });
  }

  /** What its outputs are worth: plain softmax where nothing was fitted. */
  public Confidence confidence() {
    return calibration == null ? Confidence.NONE : calibration;
  }

  /** This card of a network beside which so many drawings are asked. */
  ModelCard withStrokes(int count) {
    return strokes() == count ? this : with(change -> change.tuned = strokes(count));
  }

  private Tuned strokes(int count) {
    Tuned how = Objects.requireNonNull(tuned, "learned from no drawings");
    return new Tuned(
        how.from, how.writer, how.drawings, how.frozen, count, how.leftOut, how.fingerprint);
  }

  /** How many drawings are asked beside it. */
  int strokes() {
    return tuned == null ? 0 : tuned.strokes();
  }

  /** True when its classes are the ten digits, of which it can read numbers. */
  public boolean areDigits() {
    return Classes.areDigits(classes);
  }

  /** What it reads: single digits where a card says nothing, as all older ones. */
  public Task reads() {
    return task == null ? Task.DIGIT : task;
  }

  /** The layers as data. */
  public List<Layer> parsedLayers() {
    return layers.stream().map(Layer::parse).toList();
  }
}
