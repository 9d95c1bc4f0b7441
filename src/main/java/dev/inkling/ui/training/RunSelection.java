package dev.inkling.ui.training;

import dev.inkling.run.Run;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen in the list of runs: one run shows its curves, several are compared. It outlasts
 * the list's being read again or searched. One choice may come as several changes, which is why
 * they are looked at a moment later.
 */
final class RunSelection {
  private final ListView<RunItem> list;
  private final TrainingViewModel training;
  private List<Run> chosen = List.of();
  private @Nullable Run single;
  private boolean isListNew;

  /** What was chosen elsewhere than in the list is to be seen in it. */
  private boolean isToBeSeen;

  private boolean hasBegun;
  private boolean isRestoring;
  private boolean isPending;

  RunSelection(ListView<RunItem> list, TrainingViewModel training) {
    this.list = list;
    this.training = training;
    model().setSelectionMode(SelectionMode.MULTIPLE);
    model().getSelectedItems().addListener((InvalidationListener) _ -> changed());
    list.getItems()
        .addListener(
            (InvalidationListener)
                _ -> {
                  isListNew = true;
                  settleSoon();
                });
    training.live().shown().runProperty().subscribe(this::choose);
    training.runs().newcomerProperty().subscribe(this::chooseAndShow);
  }

  private MultipleSelectionModel<RunItem> model() {
    return list.getSelectionModel();
  }

  /** What is chosen and can be seen: a search may hide some of it. */
  ObservableList<RunItem> items() {
    return model().getSelectedItems();
  }

  /** From several runs back to the one that was chosen last. */
  void back() {
    int last = model().getSelectedIndex();
    if (last < 0) {
      model().clearSelection();
    } else {
      model().clearAndSelect(last);
    }
    settleSoon();
  }

  /** Who starts a run wants to watch it. */
  private void choose(@Nullable Run begun) {
    if (begun != null) {
      chosen = List.of(begun);
      single = begun;
      isToBeSeen = true;
      isListNew = true;
      settleSoon();
    }
  }

  /** Chooses runs of the list. */
  void choose(List<Run> wanted) {
    chosen = List.copyOf(wanted);
    isToBeSeen = true;
    isListNew = true;
    settleSoon();
  }

  private void chooseAndShow(@Nullable Run newcomer) {
    choose(newcomer);
    single = null;
  }

  private void changed() {
    if (!isRestoring) {
      settleSoon();
    }
  }

  private void settleSoon() {
    if (!isPending) {
      isPending = true;
      Platform.runLater(this::settle);
    }
  }

  private void settle() {
    isPending = false;
    if (isListNew) {
      isListNew = false;
      begin();
      restore();
    } else {
      isToBeSeen = false;
      chosen = items().stream().map(RunItem::run).toList();
    }
    List<RunItem> items =
        training.runs().runs().stream().filter(item -> chosen.contains(item.run())).toList();
    Run one = items.size() == 1 ? items.getFirst().run() : null;
    if (one != null && !one.equals(single)) {
      training.show(one);
    }
    single = one;
    training.compare().show(items);
  }

  /** With the first list the newest run is looked at, or who comes back would see empty charts. */
  private void begin() {
    if (!hasBegun && !list.getItems().isEmpty()) {
      hasBegun = true;
      if (chosen.isEmpty()) {
        chosen = List.of(list.getItems().getFirst().run());
      }
    }
  }

  /** Chooses in a list that was read again what had been chosen. */
  private void restore() {
    isRestoring = true;
    model().clearSelection();
    for (int i = 0; i < list.getItems().size(); i++) {
      if (chosen.contains(list.getItems().get(i).run())) {
        model().select(i);
      }
    }
    isRestoring = false;
    if (isToBeSeen && model().getSelectedIndex() >= 0) {
      isToBeSeen = false;
      scrollTo(model().getSelectedIndices().getFirst());
    }
  }

  /** No further than it must: {@link ListView#scrollTo} would move also what is in view. */
  private void scrollTo(int index) {
    list.layout(); // it has cells for what is new
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.scrollTo(index);
    }
  }
}
