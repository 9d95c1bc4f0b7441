package dev.inkling.ui.kit;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** A slider through the epochs of a run, and a button that replays them. */
public final class EpochPlayer extends HBox {
  /** Time for which an epoch is shown in a replay. */
  private static final Duration STEP = Duration.millis(700);

  private final ObservableValue<? extends Number> count;
  private final IntegerProperty position;
  private final Timeline replay = new Timeline(new KeyFrame(STEP, _ -> step()));

  /**
   * A player.
   *
   * @param name its parts' ids begin so
   * @param count of epochs
   * @param position of the one that is shown, from 0; both follow each other
   */
  public EpochPlayer(
      Texts texts, String name, ObservableValue<? extends Number> count, IntegerProperty position) {
    super(12);
    this.count = count;
    this.position = position;
    replay.setCycleCount(Timeline.INDEFINITE);
    Slider slider = slider(name);
    slider.accessibleTextProperty().bind(texts.bind("training.epochs"));
    HBox.setHgrow(slider, Priority.ALWAYS);
    IconButton play = new IconButton(texts, "results.epochs.replay", "bi-play-fill", this::replay);
    play.setId(name + "-replay");
    play.disableProperty().bind(slider.disabledProperty());
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(play, slider);
  }

  private Slider slider(String name) {
    Slider slider = new Slider(0, 1, 0);
    slider.setId(name + "-slider");
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    count.subscribe(
        all -> {
          slider.setMax(Math.max(1, all.intValue() - 1));
          slider.setDisable(all.intValue() < 2);
        });
    position.subscribe(at -> slider.setValue(at.intValue()));
    slider
        .valueProperty()
        .addListener((_, _, at) -> position.set((int) Math.round(at.doubleValue())));
    return slider;
  }

  /** From the first epoch to the last, or from here on when this is not the last. */
  private void replay() {
    if (position.get() >= count.getValue().intValue() - 1) {
      position.set(0);
    }
    replay.playFromStart();
  }

  private void step() {
    int next = position.get() + 1;
    if (next >= count.getValue().intValue()) {
      replay.stop();
    } else {
      position.set(next);
    }
  }
}
