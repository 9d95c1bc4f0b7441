package dev.inkling.image;

import static dev.inkling.support.Images.center;
import static dev.inkling.support.Images.image;
import static dev.inkling.support.Images.mass;
import static dev.inkling.support.Images.rectangle;
import static dev.inkling.support.Images.strongest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Idx;
import dev.inkling.image.Framing.Step;
import dev.inkling.image.Framing.Trace;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.support.RealMnist;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FramingTest {
  private static GreyImage frame(GreyImage raw) {
    return Framing.frame(raw).orElseThrow();
  }

  private static Trace trace(GreyImage raw, Step... steps) {
    return Framing.trace(raw, Set.of(steps)).orElseThrow();
  }

  static Stream<GreyImage> anyInk() {
    return Stream.of(
        rectangle(280, 0, 0, 30, 60),
        rectangle(280, 250, 220, 30, 60),
        rectangle(280, 100, 20, 9, 7),
        rectangle(280, 0, 0, 280, 280),
        rectangle(280, 140, 140, 1, 1),
        rectangle(280, 17, 33, 1, 200),
        rectangle(280, 3, 250, 270, 1),
        rectangle(28, 0, 0, 3, 5),
        image(280, 280, (x, y) -> Math.hypot(x - 70, y - 200) < 60 ? 1 : 0),
        image(280, 280, (x, y) -> x > 20 && x < 200 && Math.abs(x - y) < 9 ? 1 : 0));
  }

  @ParameterizedTest
  @MethodSource("anyInk")
  void whereverTheInkWasItsCentreOfMassIsInTheMiddle(GreyImage raw) {
    double[] center = center(frame(raw));

    assertThat(center[0]).isCloseTo(14, within(0.5001));
    assertThat(center[1]).isCloseTo(14, within(0.5001));
  }

  @ParameterizedTest
  @MethodSource("anyInk")
  void howeverLargeTheInkWasItsLongerSideIs20Pixels(GreyImage raw) {
    assertThat(frame(raw).inkBox().longerSide()).isEqualTo(Framing.FIT);
  }

  @ParameterizedTest
  @MethodSource("anyInk")
  void thePlaceOfTheInkDoesNotMatter(GreyImage raw) {
    GreyImage larger = GreyImage.blank(400, 400);

    assertThat(frame(larger.with(raw, 0, 0)).ink())
        .containsExactly(frame(larger.with(raw, 113, 58)).ink());
  }

  @Test
  void blankPaperHasNoFrame() {
    assertThat(Framing.frame(GreyImage.blank(280, 280))).isEmpty();
  }

  @Test
  void oneDotBecomesAFullSquare() {
    GreyImage framed = frame(rectangle(280, 5, 270, 1, 1));

    assertThat(mass(framed)).isEqualTo(400);
  }

  @Test
  void aHairlineStaysVisibleInFullStrength() {
    GreyImage upright = frame(rectangle(280, 30, 10, 1, 250));
    GreyImage flat = frame(rectangle(280, 10, 30, 250, 1));

    assertThat(upright.inkBox()).isEqualTo(new Box(14, 5, 1, 20));
    assertThat(strongest(upright)).isEqualTo(1);
    assertThat(mass(upright)).isEqualTo(20);
    assertThat(flat.inkBox()).isEqualTo(new Box(5, 14, 20, 1));
    assertThat(mass(flat)).isEqualTo(20);
  }

  @Test
  void aThinPenIsAsDarkAsAThickOne() {
    GreyImage thin = frame(image(280, 280, (x, y) -> x == y ? 1 : 0));
    GreyImage faint = frame(image(280, 280, (x, y) -> Math.abs(x - y) < 9 ? 0.1 : 0));

    assertThat(strongest(thin)).isEqualTo(1);
    assertThat(strongest(faint)).isEqualTo(1);
    assertThat(mass(thin)).isGreaterThan(15);
  }

  @Test
  void theProportionsAreKept() {
    Box box = frame(rectangle(280, 40, 60, 50, 100)).inkBox();

    assertThat(box.width()).isEqualTo(10);
    assertThat(box.height()).isEqualTo(20);
  }

  @Test
  void lopsidedInkIsNeverCut() {
    // A heavy foot with a long thin antenna, in all four directions: the centre of mass lies so
    // near to one end that centering would push the other end out of the picture.
    GreyImage foot = image(280, 280, (x, y) -> y > 250 || (x == 140 && y > 0) ? 1 : 0);
    GreyImage head = image(280, 280, (x, y) -> foot.at(x, 279 - y));
    GreyImage right = image(280, 280, (x, y) -> foot.at(y, x));
    GreyImage left = image(280, 280, (x, y) -> foot.at(y, 279 - x));

    for (GreyImage raw : new GreyImage[] {foot, head, right, left}) {
      double fitted = mass(trace(raw, Step.values()).fitted());
      assertThat(mass(frame(raw))).isCloseTo(fitted, within(1e-3));
    }
  }

  @Test
  void allStepsTogetherFrame() {
    GreyImage raw =
        image(280, 280, (x, y) -> x > 40 && y > 100 && x - y > -30 && y < 270 ? 0.4 : 0);

    Trace trace = trace(raw, Step.values());

    assertThat(trace.cropped().box()).isEqualTo(new Box(0, 0, 208, 169));
    assertThat(trace.fitted().box()).isEqualTo(new Box(0, 0, 20, 16));
    assertThat(strongest(trace.fitted())).isCloseTo(0.4, within(1e-6));
    assertThat(strongest(trace.strengthened())).isEqualTo(1);
    assertThat(trace.framed().ink()).containsExactly(frame(raw).ink());
  }

  @Test
  void withoutAnyStepThePaperIsScaledDown() {
    GreyImage raw = rectangle(280, 40, 60, 50, 100);

    Trace trace = trace(raw);

    assertThat(trace.cropped()).isSameAs(raw);
    assertThat(trace.fitted().ink()).containsExactly(raw.resample(raw.box(), 28, 28).ink());
    assertThat(trace.framed().ink()).containsExactly(trace.fitted().ink());
    assertThat(trace.framed().inkBox()).isEqualTo(new Box(4, 6, 5, 10));
  }

  @Test
  void eachStepLeftOutShows() {
    GreyImage foot = image(280, 280, (x, y) -> x < 100 && (y > 180 || x < 20) ? 0.5 : 0);

    Box noCrop = trace(foot, Step.FIT, Step.STRENGTHEN, Step.CENTER).framed().inkBox();
    Box noFit = trace(foot, Step.CROP, Step.STRENGTHEN, Step.CENTER).framed().inkBox();
    GreyImage pale = trace(foot, Step.CROP, Step.FIT, Step.CENTER).framed();
    Box noCenter = trace(foot, Step.CROP, Step.FIT, Step.STRENGTHEN).framed().inkBox();

    assertThat(noCrop.longerSide()).isEqualTo(20);
    assertThat(noCrop.width()).isEqualTo(8); // 100 of the paper's 280 pixels
    assertThat(noFit.longerSide()).isEqualTo(28);
    assertThat(strongest(pale)).isEqualTo(0.5f);
    assertThat(noCenter).isEqualTo(new Box(10, 4, 7, 20));
    assertThat(frame(foot).inkBox()).isNotEqualTo(noCenter);
  }

  @Test
  void framingTwiceChangesNothing() {
    GreyImage once = frame(image(280, 280, (x, y) -> Math.hypot(x - 99, y - 120) < 77 ? 1 : 0));

    assertThat(frame(once).ink()).containsExactly(once.ink());
  }

  @Test
  void realDigitsOffCentreAreFramedAsMnistFramedThem() {
    assertThat(partFramedBack((digit, i) -> paste(digit, 60, i % 29, i % 21))).isGreaterThan(0.999);
  }

  @Test
  void realDigitsTenTimesAsLargeAreFramedAsMnistFramedThem() {
    Box all = new Box(0, 0, 28, 28);

    assertThat(partFramedBack((digit, i) -> paste(digit.resample(all, 280, 280), 320, i % 41, 9)))
        .isGreaterThan(0.999);
  }

  /** A few digits' centres lie just between two pixels; those may come back moved by one. */
  private static double partFramedBack(BiFunction<GreyImage, Integer, GreyImage> change) {
    Digits digits = Idx.read(RealMnist.folder(), Idx.Part.TEST).range(0, 2_000);
    int same = 0;
    for (int i = 0; i < digits.count(); i++) {
      GreyImage original = digits.image(i);
      if (Arrays.equals(frame(change.apply(original, i)).ink(), original.ink())) {
        same++;
      }
    }
    return (double) same / digits.count();
  }

  private static GreyImage paste(GreyImage digit, int side, int x, int y) {
    return GreyImage.blank(side, side).with(digit, x, y);
  }
}
