package dev.inkling.ui.inside;

import dev.inkling.diagram.Block;
import dev.inkling.diagram.Spot;
import dev.inkling.diagram.Walk;
import dev.inkling.explain.Activation;
import dev.inkling.explain.Origin;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Newest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The way of a drawing through the network, and the value that is looked at. */
final class NetworkViewModel {
  // Properties
  private final ReadOnlyObjectWrapper<@Nullable Seen> seen = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty whole = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<Block>> blocks = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Spot> spot = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Origin> origin = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Spot> wanted = new ReadOnlyObjectWrapper<>();

  /** The model whose blocks are shown. */
  private @Nullable Model model;

  /** Shows nothing until it is told to. */
  NetworkViewModel() {
    whole.addListener(_ -> divide());
  }

  /** Shows the way of each subject, with values computed in the background. */
  NetworkViewModel(
      ObservableValue<Subject> subject, Background worker, Consumer<Throwable> onFailure) {
    this();
    Newest<Subject, Seen> passes = new Newest<>(worker, new PassReader(), this::show, onFailure);
    subject.subscribe(
        now -> {
          if (now != null) {
            passes.ask(now);
          }
        });
  }

  /** Shows a way through the network of its subject. */
  void show(Seen now) {
    boolean isOther = now.subject().model() != model;
    if (isOther) {
      model = now.subject().model();
      point(null);
      blocks.set(List.of()); // never the columns of one network with the values of another
    }
    seen.set(now);
    if (isOther) {
      divide();
    }
    trace();
  }

  private void divide() {
    point(null);
    blocks.set(model == null ? List.of() : Block.of(stages(), whole.get()));
  }

  /** The newest drawing that went through the network, or null. */
  ReadOnlyObjectProperty<@Nullable Seen> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /** Whether each layer has a column of its own, or those that belong together share one. */
  BooleanProperty wholeProperty() {
    return whole;
  }

  /** The columns of the network, behind that of the picture; none while there is no network. */
  ReadOnlyObjectProperty<List<Block>> blocksProperty() {
    return blocks.getReadOnlyProperty();
  }

  /** The value that is looked at, or null. */
  ReadOnlyObjectProperty<@Nullable Spot> spotProperty() {
    return spot.getReadOnlyProperty();
  }

  /** Where that value comes from; null for a pixel of the picture, and when there is none. */
  ReadOnlyObjectProperty<@Nullable Origin> originProperty() {
    return origin.getReadOnlyProperty();
  }

  /** Whether the map of the value is shown large. */
  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** The value that somebody wants to know of what it would love to see; null for none. */
  ReadOnlyObjectProperty<@Nullable Spot> wantedProperty() {
    return wanted.getReadOnlyProperty();
  }

  /** All layers of the network. */
  List<Stage> stages() {
    return seen.get().pass().layers().stream().map(Activation::stage).toList();
  }

  /** How one gets about in its columns. */
  Walk walk() {
    return new Walk(blocks.get());
  }

  /** What the column of the value shows; null without one, or when it is the picture. */
  @Nullable Activation shownLayer() {
    boolean isLayer = spot.get() != null && spot.get().column() > 0;
    return isLayer
        ? seen.get().pass().layers().get(blocks.get().get(spot.get().column() - 1).last())
        : null;
  }

  // Commands

  /** Looks at a value; at none with null. */
  void point(@Nullable Spot wanted) {
    if (wanted == null) {
      open.set(false);
    }
    spot.set(wanted);
    trace();
  }

  private void trace() {
    Spot now = spot.get();
    boolean isComputed = now != null && now.column() > 0;
    origin.set(isComputed ? origin(now) : null);
  }

  private Origin origin(Spot of) {
    int layer = blocks.get().get(of.column() - 1).first();
    return Origin.of(seen.get().pass(), layer, of.cell());
  }

  /** Looks at the strongest value of a column, if there is such a column. */
  void pointStrongest(int column) {
    if (column >= blocks.get().size()) {
      return;
    }
    float[] values = seen.get().pass().layers().get(blocks.get().get(column - 1).last()).values();
    int strongest = 0;
    for (int i = 1; i < values.length; i++) {
      strongest = Math.abs(values[i]) > Math.abs(values[strongest]) ? i : strongest;
    }
    point(new Spot(column, Cell.at(strongest, walk().size(column))));
  }

  /** Goes some columns to the right; without a value, to the picture. */
  void moveColumn(int by) {
    move(from -> walk().toColumn(from, by));
  }

  /** Goes some maps, or units, down. */
  void moveChannel(int by) {
    move(from -> walk().toChannel(from, by));
  }

  /** Goes from value to value within a map. */
  void moveCell(int right, int down) {
    move(from -> walk().toCell(from, right, down));
  }

  private void move(UnaryOperator<Spot> step) {
    if (!blocks.get().isEmpty()) {
      point(spot.get() == null ? walk().start() : step.apply(spot.get()));
    }
  }

  /** Shows the map of the value large. */
  void open() {
    open.set(spot.get() != null && spot.get().column() > 0);
  }

  /** Wants to know what the value would love to see. */
  void want() {
    wanted.set(null); // once more is as good as the first time
    wanted.set(spot.get());
  }

  /** Shows the whole network again; from there, looks at no value any more. */
  void close() {
    if (open.get()) {
      open.set(false);
    } else {
      point(null);
    }
  }
}
