package dev.inkling.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose drawings are kept. */
class HandStoreTest {
  @TempDir Path home;
  private DrawingStore drawings;
  private HandStore hands;

  @BeforeEach
  void open() {
    drawings = new DrawingStore(home.resolve("drawings"));
    hands = drawings.hands();
  }

  private static Kept one() {
    Stroke stroke = new Stroke(List.of(new Point(100, 40), new Point(100, 220)), 20, false);
    return Kept.of(new Drawing(List.of(stroke)), 1, null, null);
  }

  @Test
  void thereIsOneWithoutANameAtFirst() {
    assertThat(hands.hands().all()).containsExactly(NamedHand.UNNAMED);
    assertThat(hands.hands().chosen()).isEqualTo(NamedHand.UNNAMED);
  }

  @Test
  void aNewHandDrawsAndIsKnownNextTime() {
    hands.choose("Ann");
    hands.choose("Ben");

    HandStore.Hands found = new DrawingStore(home.resolve("drawings")).hands().hands();
    assertThat(found.all()).extracting(NamedHand::name).containsExactly(null, "Ann", "Ben");
    assertThat(found.chosen().name()).isEqualTo("Ben");
    assertThat(found.has("ANN")).isTrue();
    hands.choose(null);
    assertThat(hands.hands().chosen()).isEqualTo(NamedHand.UNNAMED);
  }

  @Test
  void theNetworkOfAHandIsKnown() {
    hands.choose("Ann");
    hands.put(hands.hands().chosen().with("Ann-hand"));
    hands.put(NamedHand.UNNAMED.with("my-hand"));

    assertThat(hands.hands().all())
        .containsExactly(new NamedHand(null, "my-hand"), new NamedHand("Ann", "Ann-hand"));
  }

  @Test
  void aHandThatOnlyDrawingsNameIsOneToo() {
    drawings.add(List.of(one(), one().by("h1")));

    assertThat(hands.hands().all()).extracting(NamedHand::name).containsExactly(null, "h1");
    assertThat(hands.hands().chosen()).isEqualTo(NamedHand.UNNAMED);
  }

  @Test
  void aRenamedHandKeepsItsPlaceItsDrawingsAndItsNetwork() {
    hands.choose("Ana");
    hands.put(new NamedHand("Ana", "Ana-hand"));
    hands.choose("Ben");
    drawings.add(List.of(one().by("Ana"), one().by("Ben"), one()));

    hands.rename(hands.hands().all().get(1), "Ann");

    assertThat(hands.hands().all())
        .containsExactly(
            NamedHand.UNNAMED, new NamedHand("Ann", "Ana-hand"), new NamedHand("Ben", null));
    assertThat(hands.hands().chosen().name()).isEqualTo("Ann");
    assertThat(drawings.all()).extracting(Kept::writer).containsExactly("Ann", "Ben", null);
  }

  @Test
  void whoNamesTheirOwnHandTakesItsDrawingsAlong() {
    hands.put(NamedHand.UNNAMED.with("my-hand"));
    drawings.add(List.of(one(), one().by("Ben")));

    hands.rename(hands.hands().all().getFirst(), "Ann");

    assertThat(hands.hands().all())
        .contains(NamedHand.UNNAMED, new NamedHand("Ann", "my-hand"), new NamedHand("Ben", null));
    assertThat(drawings.all()).extracting(Kept::writer).containsExactly("Ann", "Ben");
  }

  @Test
  void aRemovedHandIsForgotten() {
    hands.choose("Ann");
    hands.remove(hands.hands().chosen());

    assertThat(hands.hands().all()).containsExactly(NamedHand.UNNAMED);
    assertThat(hands.hands().chosen()).isEqualTo(NamedHand.UNNAMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"hands\":[null],\"chosen\":\"gone\"}", "{\"hands\":7}"})
  void aDamagedFileNamesNoHand(String text) throws IOException {
    drawings.add(List.of(one().by("Ann")));
    Files.writeString(home.resolve("drawings/hands.json"), text);

    assertThat(hands.hands().all()).extracting(NamedHand::name).containsExactly(null, "Ann");
    assertThat(hands.hands().chosen()).isEqualTo(NamedHand.UNNAMED);
    hands.choose("Ben");
    assertThat(hands.hands().all()).extracting(NamedHand::name).contains(null, "Ann", "Ben");
  }

  @Test
  void aDamagedFileIsKeptBesideTheNext() throws IOException {
    Path file = home.resolve("drawings/hands.json");
    String text = "{\"hands\":[{\"name\":\"Ann\",\"network\":\"Ann-hand\"}";
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);

    hands.choose("Ben");
    hands.choose(null);
    assertThat(file.resolveSibling("hands-damaged.json")).hasContent(text);
    assertThat(hands.hands().named("Ben")).isPresent();
  }

  @Test
  void theNetworkOfAHandWhoseNameNobodyCouldTypeIsNotForgotten() {
    NamedHand odd = new NamedHand("a name of far more than so many letters", "one-hand");
    hands.put(odd);
    hands.choose("Ben");
    assertThat(hands.hands().named(odd.name())).contains(odd);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " Ann", "a/b", ".hidden", "a very long name for a hand"})
  void someNamesAreNone(String name) {
    assertThat(NamedHand.isName(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ann", "王小明", "Pupil 7", "O’Neill"})
  void othersAre(String name) {
    assertThat(NamedHand.isName(name)).isTrue();
  }
}
