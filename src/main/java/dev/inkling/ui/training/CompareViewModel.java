package dev.inkling.ui.training;

import dev.inkling.run.BatchRow;
import dev.inkling.run.EpochRow;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Several runs, their curves in the same charts and their recipes side by side. */
public final class CompareViewModel {
  private final Background files;
  private final Consumer<Throwable> onFailure;

  // Properties
  private final ReadOnlyObjectWrapper<List<ComparedRun>> runs =
      new ReadOnlyObjectWrapper<>(List.of());

  /** What was asked for last; another list means that an answer comes too late. */
  private List<RunItem> asked = List.of();

  private record Read(
      RunItem item, List<BatchRow> batches, List<EpochRow> epochs, LayerCurves.Saved layers) {
    static Read of(RunItem item) {
      return new Read(
          item,
          BatchRow.read(item.run()),
          EpochRow.read(item.run()),
          LayerCurves.read(item.run(), item.info()));
    }

    @Nullable Double bestAccuracy() {
      return epochs.stream()
          .map(EpochRow::valAccuracy)
          .filter(Double::isFinite)
          .max(Double::compare)
          .orElse(null);
    }
  }

  /** Compares nothing yet. */
  CompareViewModel(Background files, Consumer<Throwable> onFailure) {
    this.files = files;
    this.onFailure = onFailure;
  }

  /** The runs that are compared: two or more, or none. */
  public ReadOnlyObjectProperty<List<ComparedRun>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  // Commands

  /** Compares these runs, two or more; fewer end the comparison. */
  public void show(List<RunItem> items) {
    List<RunItem> wanted = items.size() < 2 ? List.of() : List.copyOf(items);
    asked = wanted;
    if (wanted.isEmpty()) {
      runs.set(List.of());
    } else {
      files.run(
          () -> wanted.stream().map(Read::of).toList(),
          read -> {
            if (asked == wanted) {
              take(read);
            }
          },
          e -> {
            if (asked == wanted) {
              onFailure.accept(e);
            }
          });
    }
  }

  /** Reads the same runs again, because one of them has grown. */
  public void readAgain() {
    if (!asked.isEmpty()) {
      show(new ArrayList<>(asked));
    }
  }

  private void take(List<Read> read) {
    Map<Run, ComparedCurves> kept = new HashMap<>();
    runs.get().forEach(run -> kept.put(run.item().run(), run.curves()));
    kept.keySet().retainAll(read.stream().map(each -> each.item.run()).toList());
    List<ComparedRun> compared = new ArrayList<>();
    for (Read each : read) {
      ComparedCurves curves =
          kept.computeIfAbsent(each.item.run(), _ -> new ComparedCurves(freeColor(kept)));
      String title = each.item.info().title();
      String mark = mark(each.item.info(), read);
      curves.nameProperty().set(mark.isEmpty() ? title : title + " · " + mark);
      curves.fill(each.batches, each.epochs, each.layers);
      compared.add(new ComparedRun(each.item, curves, mark, each.bestAccuracy()));
    }
    runs.set(List.copyOf(compared));
  }

  private static int freeColor(Map<Run, ComparedCurves> kept) {
    Set<Integer> taken =
        kept.values().stream().map(ComparedCurves::color).collect(Collectors.toSet());
    return IntStream.iterate(0, color -> color + 1)
        .filter(color -> !taken.contains(color))
        .findFirst()
        .orElseThrow();
  }

  /** When the run was set up, where several have its title; else empty. */
  private static String mark(RunInfo info, List<Read> among) {
    List<RunInfo> same =
        among.stream()
            .map(each -> each.item.info())
            .filter(other -> other.title().equals(info.title()))
            .toList();
    return same.size() < 2 ? "" : RunNames.mark(info, same);
  }
}
