package dev.inkling.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;

class PlaybackTest {
  private final IntegerProperty count = new SimpleIntegerProperty(3);
  private final IntegerProperty position = new SimpleIntegerProperty(2);
  private final Playback playback = new Playback(count, position);

  @Test
  void itPlaysFromTheBeginningToTheEnd() {
    playback.toggle();
    assertThat(position.get()).isZero();
    playback.tick();
    playback.tick();
    assertThat(position.get()).isEqualTo(2);
    assertThat(playback.playingProperty().get()).isTrue();
    playback.tick(); // the last one was seen as long as the others
    assertThat(position.get()).isEqualTo(2);
    assertThat(playback.playingProperty().get()).isFalse();
  }

  @Test
  void itIsHeldAndGoesOnFromThere() {
    position.set(1);
    playback.toggle();
    playback.toggle();
    assertThat(playback.playingProperty().get()).isFalse();
    assertThat(position.get()).isEqualTo(1);
    playback.toggle();
    playback.tick();
    assertThat(position.get()).isEqualTo(2);
  }

  @Test
  void itBeginsAnewWhenItIsToldTo() {
    playback.loopingProperty().set(true);
    playback.toggle();
    for (int i = 0; i < 4; i++) {
      playback.tick();
    }
    assertThat(position.get()).isEqualTo(1);
    assertThat(playback.playingProperty().get()).isTrue();
  }

  @Test
  void onePictureIsNotPlayed() {
    count.set(1);
    playback.toggle();
    assertThat(playback.playingProperty().get()).isFalse();
  }
}
