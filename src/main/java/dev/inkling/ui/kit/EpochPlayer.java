package dev.inkling.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A slider through the epochs of a run, and buttons that play them and begin anew at the end. On
 * the slider the arrow keys, Home and End go to epochs, and Space plays.
 */
public final class EpochPlayer extends HBox {
  /** Time for which an epoch is shown. */
  public static final Duration STEP = Duration.millis(700);

  /** Many epochs are shown quicker, so that all of them take about so long. */
  private static final Duration MOST = Duration.seconds(20);

  private static final Duration LEAST_STEP = Duration.millis(100);

  private final Texts texts;
  private final Playback playback;
  private final Timeline clock;

  /**
   * A player.
   *
   * @param name its parts' ids begin so
   */
  public EpochPlayer(Texts texts, String name, Playback playback) {
    super(8);
    this.texts = texts;
    this.playback = playback;
    clock = new Timeline(new KeyFrame(STEP, _ -> playback.tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    Slider slider = slider(name);
    HBox.setHgrow(slider, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(play(name), loop(name), slider);
    playback.playingProperty().subscribe(this::run);
  }

  private void run(boolean isPlaying) {
    if (isPlaying) {
      clock.setRate(STEP.toMillis() / step(playback.countProperty().getValue().intValue()));
      clock.playFromStart();
    } else {
      clock.stop();
    }
  }

  /** Milliseconds for one of so many epochs. */
  private static double step(int count) {
    return Math.clamp(MOST.toMillis() / count, LEAST_STEP.toMillis(), STEP.toMillis());
  }

  /** While it plays, the same button holds it. */
  private Button play(String name) {
    FontIcon icon = new FontIcon("bi-play-fill");
    Button play = new Button(null, icon);
    playback
        .playingProperty()
        .subscribe(isPlaying -> icon.setIconLiteral(isPlaying ? "bi-pause-fill" : "bi-play-fill"));
    play.setId(name + "-play");
    named(
        play,
        Bindings.createStringBinding(
            () -> texts.get(playback.playingProperty().get() ? "player.pause" : "player.play"),
            playback.playingProperty(),
            texts.messagesProperty()));
    play.setOnAction(_ -> playback.toggle());
    return play;
  }

  private ToggleButton loop(String name) {
    ToggleButton loop = new ToggleButton(null, new FontIcon("bi-arrow-repeat"));
    loop.setId(name + "-loop");
    named(loop, texts.bind("player.loop"));
    loop.selectedProperty().bindBidirectional(playback.loopingProperty());
    return loop;
  }

  private void named(ButtonBase button, ObservableValue<String> name) {
    button.getStyleClass().add(Styles.BUTTON_ICON);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(name);
    button.setTooltip(tooltip);
    button.accessibleTextProperty().bind(name);
    button.disableProperty().bind(playback.countProperty().map(count -> count.intValue() < 2));
  }

  private Slider slider(String name) {
    Slider slider = new Slider(0, 1, 0);
    slider.setId(name + "-slider");
    slider.accessibleTextProperty().bind(texts.bind("training.epochs"));
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    playback
        .countProperty()
        .subscribe(
            all -> {
              slider.setMax(Math.max(1, all.intValue() - 1));
              slider.setDisable(all.intValue() < 2);
            });
    playback.positionProperty().subscribe(at -> slider.setValue(at.intValue()));
    slider
        .valueProperty()
        .addListener(
            (_, _, at) -> playback.positionProperty().set((int) Math.round(at.doubleValue())));
    slider.setOnMousePressed(_ -> playback.pause());
    slider.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.SPACE) {
            playback.toggle();
            event.consume();
          }
        });
    return slider;
  }
}
