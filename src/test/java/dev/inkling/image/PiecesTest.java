package dev.inkling.image;

import static dev.inkling.support.Images.image;
import static dev.inkling.support.Images.mass;
import static dev.inkling.support.Images.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Lattice.Span;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pieces of ink: found, measured, cut, sorted into lines and put together. */
class PiecesTest {
  private static Piece block(int x, int y, int width, int height) {
    return Piece.of(rectangle(100, x, y, width, height));
  }

  @Test
  void inkThatTouchesAtACornerIsOnePieceAndAGapMakesTwo() {
    GreyImage corner = image(6, 6, (x, y) -> x < 3 == y < 3 ? 1 : 0);
    GreyImage gap = image(7, 3, (x, _) -> x == 3 ? 0 : 1);

    assertThat(Components.of(corner)).hasSize(1);
    assertThat(Components.of(gap))
        .extracting(Piece::box)
        .containsExactly(new Box(0, 0, 3, 3), new Box(4, 0, 3, 3));
    assertThat(Components.of(GreyImage.blank(5, 5))).isEmpty();
  }

  @Test
  void aFaintRimBelongsToItsPieceButJoinsNothing() {
    float[] ink = {0, 0.1f, 1, 0.1f, 1, 0.1f, 0};

    List<Piece> pieces = Components.of(new GreyImage(7, 1, ink));

    assertThat(pieces)
        .extracting(Piece::box)
        .containsExactly(new Box(1, 0, 3, 1), new Box(3, 0, 3, 1));
  }

  @Test
  void distanceAndContactAreBetweenBodies() {
    Piece left = block(10, 10, 10, 20);

    assertThat(left.distance(block(30, 10, 5, 20))).isCloseTo(11, within(1.0));
    assertThat(left.distance(block(23, 34, 5, 5))).isCloseTo(6.4, within(1.5));
    assertThat(left.contact(block(20, 15, 5, 8))).isEqualTo(8);
    assertThat(left.distance(block(20, 15, 5, 8))).isZero();
    assertThat(left.contact(block(22, 15, 5, 8))).isZero();
    assertThat(left.overlaps(block(19, 15, 5, 8))).isTrue();
    assertThat(left.overlaps(block(20, 15, 5, 8))).isFalse();
  }

  @Test
  void joinedPiecesLieWhereTheyLay() {
    Piece both = Piece.join(List.of(block(10, 20, 4, 4), block(30, 50, 4, 4).withRim(2)));

    assertThat(both.box()).isEqualTo(new Box(10, 20, 24, 34));
    assertThat(both.drawnBox()).isEqualTo(new Box(8, 18, 28, 38));
    assertThat(mass(both.ink())).isEqualTo(32);
  }

  @Test
  void aCutLosesNoInkAndFindsTheNarrowestPlace() {
    // Two blocks that a thin bridge joins.
    GreyImage ink = image(100, 60, (x, y) -> x < 40 || x >= 60 || (y >= 28 && y < 32) ? 1 : 0);

    List<Piece> parts = Cuts.apart(Piece.of(ink));

    assertThat(parts.stream().mapToDouble(part -> mass(part.ink())).sum())
        .isCloseTo(mass(ink), within(1e-3));
    assertThat(parts.stream().map(part -> part.box().right()))
        .anyMatch(right -> right >= 40 && right <= 60);
  }

  @Test
  void linesAreReadTopToBottomAndLeftToRight() {
    Piece a = block(10, 10, 8, 30);
    Piece b = block(50, 14, 8, 30);
    Piece c = block(12, 60, 8, 30);
    Piece hat = block(52, 6, 14, 4);
    Piece speck = block(80, 80, 2, 2);

    assertThat(TextLines.of(List.of(c, hat, b, speck, a)))
        .containsExactly(List.of(a, b, hat), List.of(c));
  }

  @Test
  void writingThatRisesIsOneLine() {
    List<Piece> rising =
        IntStream.range(0, 5).mapToObj(i -> block(5 + 18 * i, 60 - 10 * i, 8, 30)).toList();

    assertThat(TextLines.of(rising)).containsExactly(rising);
  }

  @Test
  void theBestChainUsesEachPieceOnceAndFollowsTheReading() {
    Lattice lattice =
        Lattice.of(Stream.of(10, 30, 50).map(x -> block(x, 10, 8, 40)).toList()).getFirst();
    List<Span> spans = lattice.spans();
    double[] readable = new double[spans.size()];
    for (int i = 0; i < readable.length; i++) {
      readable[i] = spans.get(i).from() == 1 && spans.get(i).to() == 3 ? 100 : 0;
    }

    assertThat(lattice.best(readable).stream().map(spans::get))
        .extracting(Span::from, Span::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 1), org.assertj.core.groups.Tuple.tuple(1, 3));
    assertThat(spans).filteredOn(Span::isWhole).hasSize(1);
  }

  @Test
  void strokesThatCrossBelongTogetherMoreThanThoseBesideEachOther() {
    Piece bar = block(20, 30, 30, 6);
    Piece stem = block(32, 10, 6, 60);
    Piece beside = block(60, 10, 6, 60);

    assertThat(Shape.joined(bar, stem)).isPositive();
    assertThat(Shape.joined(stem, beside)).isNegative();
    assertThat(Shape.ofDigit(new Box(0, 0, 90, 40), 40))
        .isLessThan(Shape.ofDigit(new Box(0, 0, 30, 40), 40));
  }
}
