package dev.inkling.run;

import com.google.gson.annotations.SerializedName;
import dev.inkling.data.Classes;
import dev.inkling.data.DataSet;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import dev.inkling.model.Architecture;
import dev.inkling.model.Difference;
import dev.inkling.model.Normalization;
import dev.inkling.model.Origin;
import dev.inkling.model.Recipe;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in run.json: how a run was set up and how it stands.
 *
 * @param id of the run, its folder's name
 * @param title that a person gave it
 * @param notes that a person wrote
 * @param created when it was set up, ISO 8601
 * @param architecture by name
 * @param layers in their text forms where the architecture is one's own; null otherwise
 * @param normalization of its input where the architecture is one's own; null otherwise
 * @param origin what its network was copied from, where the architecture is one's own; null
 *     otherwise
 * @param recipe it follows
 * @param data it learns from: mnist, synthetic or a folder
 * @param folder that these images were read from last, absolute; null where the name finds them, or
 *     an earlier version wrote it
 * @param classes their names, in the order of their labels; null for digits
 * @param fingerprint of these images, {@link DataSet#fingerprint}; null before they were read first
 * @param corrected how many of their labels were corrected, or left out; null for none
 * @param out folder that its model is put in, absolute; null where nobody named one, or an earlier
 *     version wrote it
 * @param inkling version of the program
 * @param engine and its version
 * @param java version
 * @param status how it stands
 * @param reason why it failed, the key of a sentence; null otherwise
 * @param seconds of training so far
 */
public record RunInfo(
    String id,
    String title,
    String notes,
    String created,
    String architecture,
    @Nullable List<String> layers,
    @Nullable Normalization normalization,
    @Nullable Origin origin,
    Recipe recipe,
    String data,
    @Nullable String folder,
    @Nullable List<String> classes,
    @Nullable String fingerprint,
    @Nullable Integer corrected,
    @Nullable String out,
    String inkling,
    String engine,
    String java,
    Status status,
    @Nullable String reason,
    double seconds) {

  /** How a run stands. */
  public enum Status {
    /** Set up, or in training; when no program holds its lock, it was cut off. */
    @SerializedName("open")
    OPEN,
    /** Ended by a person before its last epoch. */
    @SerializedName("stopped")
    STOPPED,
    /** Ended by a problem. */
    @SerializedName("failed")
    FAILED,
    /** All epochs are done. */
    @SerializedName("finished")
    FINISHED
  }

  /** False when a part is missing that is always written, or is none; a NUL is in no path. */
  boolean isWhole() {
    return Stream.of(id, title, notes, created, architecture, recipe, data, status)
            .allMatch(Objects::nonNull)
        && isTime(created)
        && (classes == null || (!classes.contains(null) && Classes.arePossible(classes)))
        && (layers == null || (!layers.isEmpty() && !layers.contains(null)))
        && data.indexOf('\0') < 0
        && Double.isFinite(seconds)
        && seconds >= 0;
  }

  private static boolean isTime(String text) {
    try {
      return Instant.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /**
   * The network that is trained.
   *
   * @throws Problem when there is no such architecture, or its layers do not fit
   */
  public Architecture network() {
    return Architecture.kept(architecture, layers, normalization, id).from(Origin.kept(origin));
  }

  /** Its network, where this Inkling has it, or it was built by a person and still fits. */
  public Optional<Architecture> known() {
    try {
      return layers == null ? Architecture.find(architecture) : Optional.of(network());
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  /** The layers of its network, with as many outputs as it has classes. */
  List<Layer> builtLayers() {
    return network().withDropout(recipe.dropout()).withClasses(names().size()).layers();
  }

  /**
   * The names of its layers with weights, from the first to the last; none for layers of another
   * version, which nobody knows.
   */
  public List<String> layerNames() {
    try {
      return Stage.of(builtLayers()).stream().filter(Stage::isWeighted).map(Stage::name).toList();
    } catch (Problem e) {
      return List.of();
    }
  }

  /**
   * What this run has that another has not, in words: its images first, without which nothing else
   * compares, then its network’s layers and its recipe.
   */
  public List<Phrase> differencesFrom(RunInfo other) {
    return Stream.concat(imagesBeside(other).stream(), learningBeside(other).stream()).toList();
  }

  /** Images are the same wherever they are; where nobody noted what they are, by their name. */
  private Optional<Phrase> imagesBeside(RunInfo other) {
    boolean areKnown = fingerprint != null && other.fingerprint != null;
    if (areKnown ? Objects.equals(fingerprint, other.fingerprint) : data.equals(other.data)) {
      return Optional.empty();
    }
    return Optional.of(
        data.equals(other.data)
            ? new Phrase("difference.images.changed", data)
            : new Phrase("difference.images", other.data, data));
  }

  private List<Phrase> learningBeside(RunInfo other) {
    try {
      return Difference.of(other.network(), other.recipe, network(), recipe);
    } catch (Problem e) { // of another version, whose layers nobody knows
      return Difference.recipes(other.recipe, recipe);
    }
  }

  /** What its network was copied from, and what was changed since, in words; else nothing. */
  public Optional<Phrase> descent() {
    return known()
        .flatMap(
            network -> Optional.ofNullable(network.origin()).map(from -> descent(network, from)));
  }

  private static Phrase descent(Architecture network, Origin from) {
    return Difference.layers(from.parsedLayers(), network.layers()).stream()
        .reduce((all, next) -> new Phrase("difference.and", all, next))
        .map(changes -> new Phrase("difference.descent", from.name(), changes))
        .orElseGet(() -> new Phrase("difference.descent.same", from.name()));
  }

  /** What it learns to tell apart, by name. */
  public List<String> names() {
    return classes == null ? Classes.DIGITS : classes;
  }

  RunInfo withStatus(Status next, @Nullable String why, double trained) {
    return with(id, title, notes, next, why, trained, out);
  }

  /** With the images that were read for it. */
  RunInfo withImages(DataSet images) {
    return new RunInfo(
        id,
        title,
        notes,
        created,
        architecture,
        layers,
        normalization,
        origin,
        recipe.suited(images.classes()),
        images.name(),
        images.folder() == null ? null : images.folder().toString(),
        Classes.areDigits(images.classes()) ? null : images.classes(),
        images.fingerprint(),
        images.corrections().isEmpty() ? null : images.corrections().count(),
        out,
        inkling,
        engine,
        java,
        status,
        reason,
        seconds);
  }

  /** As of a run that goes on. */
  public RunInfo withoutFailure() {
    return withStatus(Status.OPEN, null, seconds);
  }

  RunInfo withId(String newId) {
    return with(newId, title, notes, status, reason, seconds, out);
  }

  RunInfo withWords(String newTitle, String newNotes) {
    return with(id, newTitle, newNotes, status, reason, seconds, out);
  }

  RunInfo withOut(@Nullable String newOut) {
    return with(id, title, notes, status, reason, seconds, newOut);
  }

  private RunInfo with(
      String newId,
      String newTitle,
      String newNotes,
      Status next,
      @Nullable String why,
      double trained,
      @Nullable String newOut) {
    return new RunInfo(
        newId,
        newTitle,
        newNotes,
        created,
        architecture,
        layers,
        normalization,
        origin,
        recipe,
        data,
        folder,
        classes,
        fingerprint,
        corrected,
        newOut,
        inkling,
        engine,
        java,
        next,
        why,
        trained);
  }
}
