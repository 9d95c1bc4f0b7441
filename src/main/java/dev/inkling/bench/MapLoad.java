package dev.inkling.bench;

import dev.inkling.data.DataSource;
import dev.inkling.ui.shell.Inkling;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;

/**
 * How long the window's map of 10,000 images takes, from the press to where they lie in the end.
 */
final class MapLoad {
  private static final int AGAIN = 3;

  private final Inkling inkling;

  MapLoad(Inkling inkling) {
    this.inkling = inkling;
  }

  /** Digits that Inkling writes; the first time apart, as Java has compiled nothing of it yet. */
  List<BenchRow> measure() {
    onFx(() -> press("#window-data"));
    onFx(() -> inkling.studio().data().show(DataSource.SYNTHETIC));
    await(inkling.studio().data().workingProperty(), isWorking -> !isWorking);
    double first = seconds(() -> press("#data-part-map"));
    double[] again = new double[AGAIN];
    for (int k = 0; k < AGAIN; k++) {
      seconds(() -> choose(0)); // by the pixels
      again[k] = seconds(() -> choose(1));
    }
    return List.of(
        BenchRow.of("map-in-window-first", "s", first), BenchRow.of("map-in-window", "s", again));
  }

  private double seconds(Runnable begin) {
    long start = System.nanoTime();
    onFx(begin);
    Labeled facts = CompletableFuture.supplyAsync(this::facts, Platform::runLater).join();
    await(facts.textProperty(), MapLoad::isSettled);
    return (System.nanoTime() - start) / 1e9;
  }

  private Labeled facts() {
    return (Labeled) root().lookup("#data-map-facts");
  }

  /** Only then it is known how many images lie beside one of their own class. */
  private static boolean isSettled(String facts) {
    return facts.contains("%");
  }

  private void press(String button) {
    ((ToggleButton) look(button)).fire();
  }

  private void choose(int network) {
    ((ComboBox<?>) look("#data-map-network")).getSelectionModel().select(network);
  }

  private Node look(String id) {
    root().applyCss();
    root().layout();
    return root().lookup(id);
  }

  private Parent root() {
    return inkling.stage().getScene().getRoot();
  }

  private static <T> void await(ObservableValue<T> value, Predicate<T> isWanted) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    onFx(
        () ->
            value.subscribe(
                now -> {
                  if (isWanted.test(now)) {
                    done.complete(null);
                  }
                }));
    done.join();
  }

  private static void onFx(Runnable work) {
    CompletableFuture.runAsync(work, Platform::runLater).join();
  }
}
