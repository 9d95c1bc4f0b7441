package dev.inkling.data;

import static dev.inkling.support.Problems.keyOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.Framing;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import dev.inkling.support.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingStoreTest {
  @TempDir Path home;
  private DrawingStore drawings;

  @BeforeEach
  void open() {
    drawings = new DrawingStore(home.resolve("drawings"));
  }

  /** A seven as it is kept; another call gives another drawing with the same strokes. */
  private static Kept seven(int label) {
    return Kept.of(Pictures.SEVEN, label, 1, "lenet5-relu");
  }

  private static Kept line(double width, boolean erases) {
    Stroke ink = new Stroke(List.of(new Point(140.25, 40), new Point(-3, 240.5)), 18, false);
    Stroke second = new Stroke(List.of(new Point(150, 60)), width, erases);
    return Kept.of(new Drawing(List.of(ink, second)), 1, null, null);
  }

  @Test
  void whatIsKeptIsFoundAgain() {
    assertThat(drawings.all()).isEmpty();
    Kept first = seven(7);
    Kept second = line(30.5, true);
    drawings.put(first);
    drawings.put(second);

    assertThat(new DrawingStore(home.resolve("drawings")).all()).containsExactly(first, second);
  }

  @Test
  void aDrawingIsMeasuredOnAsThePadFramesIt() {
    drawings.put(seven(7));
    drawings.put(line(18, false));

    Digits digits = drawings.digits();

    byte[] framed = Digits.bytes(Framing.frame(Raster.of(Pictures.SEVEN)).orElseThrow());
    assertThat(digits.count()).isEqualTo(2);
    assertThat(digits.label(0)).isEqualTo(7);
    assertThat(digits.label(1)).isEqualTo(1);
    assertThat(digits.range(0, 1).image(0).ink())
        .containsExactly(new Digits(framed, new byte[1]).image(0).ink());
  }

  @Test
  void drawingsAreDeletedAndRelabeledByTheirIds() {
    Kept first = seven(1);
    Kept second = seven(2);
    Kept third = seven(3);
    drawings.add(List.of(first, second, third));

    drawings.delete(Set.of(second.id()));
    drawings.relabel(Set.of(third.id(), "unknown"), 9);

    assertThat(drawings.all()).containsExactly(first, third.labeled(9));
    drawings.put(first.labeled(4));
    assertThat(drawings.all()).containsExactly(first.labeled(4), third.labeled(9));
  }

  @Test
  void aLineThatWasCutShortCostsNoOther() throws IOException {
    Kept first = seven(1);
    drawings.put(first);
    String cut = KeptLine.write(seven(2)).substring(0, 40);
    Files.writeString(drawings.file(), cut, StandardOpenOption.APPEND);

    assertThat(drawings.all()).containsExactly(first);
    Kept third = seven(3);
    drawings.put(third);
    assertThat(drawings.all()).containsExactly(first, third);
    drawings.delete(Set.of(first.id()));
    assertThat(drawings.all()).containsExactly(third);
    assertThat(drawings.file()).content().startsWith(cut + "\n");
  }

  @Test
  void bytesThatAreNoTextCostNoOtherLine() throws IOException {
    drawings.put(seven(1));
    Files.write(
        drawings.file(), new byte[] {(byte) 0xff, 0, (byte) 0xc3, '\n'}, StandardOpenOption.APPEND);
    drawings.put(seven(2));

    assertThat(drawings.all()).extracting(Kept::label).containsExactly(1, 2);
  }

  @Test
  void whatIsAddedFromManySidesAtOnceIsAllThere() {
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> new DrawingStore(home.resolve("drawings")).add(List.of(seven(i % 10))));

    assertThat(drawings.all()).hasSize(40);
  }

  @Test
  void anEmptyCollectionIsNothingToMeasureOn() {
    assertThat(keyOf(drawings::digits)).isEqualTo("problem.drawings.none");
    DataSource source = new DataSource(RemoteImages.MNIST.in(home), drawings);
    assertThat(keyOf(() -> source.load("drawings", (_, _, _) -> {})))
        .isEqualTo("problem.drawings.training");
  }

  @Test
  void theDataSetNamedDrawingsIsTheCollection() {
    drawings.put(seven(7));
    DataSource source = new DataSource(RemoteImages.MNIST.in(home), drawings);

    assertThat(source.loadTest("drawings", (_, _, _) -> {}).label(0)).isEqualTo(7);
  }

  @Test
  void aPictureGoesBackOnThePadAsTheNetworkSawIt() {
    Kept kept = Kept.of(Synthetic.digits(10, 1).image(4), 4);
    drawings.put(kept);

    Kept found = drawings.all().getFirst();
    assertThat(found.image().ink()).containsExactly(kept.image().ink());
    assertThat(
            Pictures.likeness(
                Framing.frame(Raster.of(found.drawing())).orElseThrow(), found.framed()))
        .isGreaterThan(0.99);
  }
}
