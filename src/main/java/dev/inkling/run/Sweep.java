package dev.inkling.run;

import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Normalization;
import dev.inkling.model.Origin;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trainings that differ in a few fields of the recipe, one after the other, and how each did on the
 * validation images; test images are never looked at. As it stands in its file.
 *
 * @param name of the sweep, and of its file
 * @param architecture by name
 * @param layers in their text forms where the architecture is one's own; null otherwise
 * @param normalization of its input, likewise
 * @param origin what it was copied from, if anything
 * @param data they learn from
 * @param recipe of what is not tried
 * @param tried fields, as they were typed
 * @param halving whether the worse half of the trials ends at each round: Jamieson and Talwalkar,
 *     2016
 * @param trials in the order in which they are trained
 * @param out folder that the best one's model is put in, absolute; null where nobody named one, or
 *     an earlier version wrote it
 */
public record Sweep(
    String name,
    String architecture,
    @Nullable List<String> layers,
    @Nullable Normalization normalization,
    @Nullable Origin origin,
    String data,
    Recipe recipe,
    List<String> tried,
    boolean halving,
    List<Trial> trials,
    @Nullable String out) {

  /** Better trials first: by accuracy, of equals by the loss. */
  private static final Comparator<Trial> BEST_FIRST =
      Comparator.comparingDouble((Trial trial) -> -trial.accuracyOr(-1))
          .thenComparingDouble(trial -> trial.loss() == null ? Double.MAX_VALUE : trial.loss());

  /** How a trial stands. */
  public enum State {
    /** It waits, or goes on. */
    OPEN,
    /** It was worse than half of the others. */
    OUT,
    /** Its training failed. */
    FAILED,
    /** All its epochs are done. */
    DONE
  }

  /**
   * One of the trainings.
   *
   * @param values of the fields that are tried
   * @param run its id; null before it began
   * @param epochs done so far
   * @param accuracy on the validation images, 0…1, after the epoch with the lowest loss there; null
   *     before the first
   * @param loss that was
   */
  public record Trial(
      Map<String, String> values,
      @Nullable String run,
      int epochs,
      @Nullable Double accuracy,
      @Nullable Double loss,
      State state) {

    static Trial of(Map<String, String> values) {
      return new Trial(values, null, 0, null, null, State.OPEN);
    }

    Trial with(String id) {
      return new Trial(values, id, epochs, accuracy, loss, state);
    }

    Trial with(State next) {
      return new Trial(values, run, epochs, accuracy, loss, next);
    }

    private double accuracyOr(double none) {
      return accuracy == null ? none : accuracy;
    }

    /** As its run stands. */
    Trial as(Run of) {
      List<EpochRow> rows = EpochRow.read(of);
      Optional<EpochRow> best =
          rows.stream()
              .filter(row -> Double.isFinite(row.valLoss()))
              .min(Comparator.comparingDouble(EpochRow::valLoss));
      int done = of.checkpointEpochs().stream().max(Integer::compare).orElse(0);
      State now =
          switch (of.info().status()) {
            case FINISHED -> State.DONE;
            case FAILED -> State.FAILED;
            default -> State.OPEN;
          };
      return new Trial(
          values,
          run,
          done,
          best.map(EpochRow::valAccuracy).orElse(null),
          best.map(EpochRow::valLoss).orElse(null),
          now);
    }
  }

  /**
   * What is trained next.
   *
   * @param trial which, from 0
   * @param until the epoch after which it rests
   */
  public record Turn(int trial, int until) {}

  public Sweep {
    tried = List.copyOf(tried);
    trials = List.copyOf(trials);
  }

  /** A sweep that has not begun. */
  static Sweep of(
      String name,
      Architecture architecture,
      String data,
      Recipe recipe,
      List<Tried> tried,
      List<Map<String, String>> values,
      boolean halving) {
    return new Sweep(
        name,
        architecture.name(),
        architecture.isOwn() ? Layer.texts(architecture.layers()) : null,
        architecture.isOwn() ? architecture.normalization() : null,
        architecture.isOwn() ? architecture.origin() : null,
        data,
        recipe,
        tried.stream().map(each -> each.field().key() + "=" + each.typed()).toList(),
        halving,
        values.stream().map(Trial::of).toList(),
        null);
  }

  /** False for what no sweep is, such as a file that somebody changed. */
  boolean isWhole() {
    return Stream.of(name, architecture, data, recipe).allMatch(Objects::nonNull)
        && RecipeField.wrongIn(recipe).isEmpty()
        && (layers == null || !layers.contains(null))
        && !trials.isEmpty()
        && trials.stream()
            .allMatch(
                trial ->
                    trial.values() != null
                        && trial.state() != null
                        && Tried.arePossible(trial.values()));
  }

  /** The fields that are tried, in the order in which they were given. */
  public List<RecipeField> fields() {
    return Stream.of(RecipeField.values())
        .filter(field -> trials.getFirst().values().containsKey(field.key()))
        .sorted(Comparator.comparingInt(field -> keys().indexOf(field.key())))
        .toList();
  }

  private List<String> keys() {
    return List.copyOf(trials.getFirst().values().keySet());
  }

  /**
   * The network that is trained.
   *
   * @throws dev.inkling.text.Problem when there is no such architecture, or its layers do not fit
   */
  Architecture network() {
    return Architecture.kept(architecture, layers, normalization, name).from(Origin.kept(origin));
  }

  /** The recipe of a trial. */
  public Recipe recipe(int trial) {
    return Tried.in(recipe, trials.get(trial).values());
  }

  /**
   * The epochs after which trials rest, rising: with halving each round has twice as many as the
   * one before, and the last one all.
   */
  public List<Integer> rounds() {
    int all = recipe.epochs();
    int halvings = halving ? Math.min(log2(trials.size()), log2(all)) : 0;
    return IntStream.rangeClosed(0, halvings)
        .mapToObj(round -> Math.ceilDiv(all, 1 << (halvings - round)))
        .toList();
  }

  private static int log2(int count) {
    return 31 - Integer.numberOfLeadingZeros(count);
  }

  /** What is trained next; nothing when all is done. */
  public Optional<Turn> next() {
    for (int until : rounds()) {
      for (int i = 0; i < trials.size(); i++) {
        Trial trial = trials.get(i);
        if (trial.state() == State.OPEN && trial.epochs() < until) {
          return Optional.of(new Turn(i, until));
        }
      }
    }
    return Optional.empty();
  }

  /** The trial that did best, of those whose training is done; nothing before the first. */
  public Optional<Integer> best() {
    return IntStream.range(0, trials.size())
        .boxed()
        .filter(i -> trials.get(i).accuracy() != null && trials.get(i).state() != State.FAILED)
        .min(Comparator.comparing(trials::get, BEST_FIRST));
  }

  /** With a trial’s run, which may have gone on: whoever is worse at the end of a round is out. */
  public Sweep with(int trial, Run run) {
    String id = run.folder().getFileName().toString();
    return with(trial, trials.get(trial).with(id).as(run)).halved();
  }

  /** With the run of a trial that begins. */
  Sweep begun(int trial, Run run) {
    return with(trial, trials.get(trial).with(run.folder().getFileName().toString()));
  }

  /** With a trial that has no run. */
  Sweep without(int trial) {
    return with(trial, Trial.of(trials.get(trial).values()));
  }

  private Sweep with(int place, Trial trial) {
    List<Trial> next = new ArrayList<>(trials);
    next.set(place, trial);
    return withTrials(next);
  }

  private Sweep withTrials(List<Trial> next) {
    return with(next, out);
  }

  /** With the folder that its best model is put in. */
  Sweep withOut(String folder) {
    return with(trials, folder);
  }

  private Sweep with(List<Trial> next, @Nullable String folder) {
    return new Sweep(
        name,
        architecture,
        layers,
        normalization,
        origin,
        data,
        recipe,
        tried,
        halving,
        next,
        folder);
  }

  private Sweep halved() {
    List<Integer> rounds = rounds();
    Sweep sweep = this;
    for (int round = 0; round < rounds.size() - 1; round++) {
      int until = rounds.get(round);
      boolean isOver =
          sweep.trials.stream()
              .noneMatch(trial -> trial.state() == State.OPEN && trial.epochs() < until);
      if (isOver) {
        sweep = sweep.cutTo(Math.ceilDiv(trials.size(), 1 << (round + 1)));
      }
    }
    return sweep;
  }

  /** The best so many stay in, done or not; the others are out. */
  private Sweep cutTo(int count) {
    List<Trial> staying =
        trials.stream()
            .filter(trial -> trial.state() == State.OPEN || trial.state() == State.DONE)
            .sorted(BEST_FIRST)
            .limit(count)
            .toList();
    return withTrials(
        trials.stream()
            .map(
                trial ->
                    trial.state() == State.OPEN && staying.stream().noneMatch(s -> s == trial)
                        ? trial.with(State.OUT)
                        : trial)
            .toList());
  }
}
