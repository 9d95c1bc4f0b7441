package dev.inkling.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.evaluate.Results;
import dev.inkling.support.Readings;
import dev.inkling.ui.results.GalleryFilter.Kind;
import dev.inkling.ui.results.GalleryOrder.By;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GalleryViewModelTest {
  /** Of six images the second, fourth and fifth are misread; the fourth is the worst. */
  private static final Results RESULTS =
      Results.of(
          Readings.predictions(
              Readings.labeled(4, 4, 9, 9, 0, 4),
              Readings.sure(4, 0.9),
              Readings.sure(9, 0.6),
              Readings.sure(9, 0.8),
              Readings.sure(4, 0.99),
              Readings.sure(9, 0.7),
              Readings.sure(4, 0.55)));

  private final GalleryViewModel gallery = new GalleryViewModel();

  @BeforeEach
  void show() {
    gallery.show(RESULTS);
  }

  private List<Integer> shown() {
    return gallery.shownProperty().get();
  }

  private void sortBy(By by, boolean isDescending) {
    gallery.filterProperty().set(GalleryFilter.of(Kind.ALL));
    gallery.orderProperty().set(new GalleryOrder(by, isDescending, 1));
  }

  @Test
  void atFirstAllMisreadImagesAreShownTheWorstFirst() {
    // Image 4 has a loss too: the rest of its confidence, 0.3, went to class 0.
    assertThat(shown()).containsExactly(1, 3, 4);
    assertThat(gallery.foundProperty().get()).isEqualTo(3);
  }

  @Test
  void aCellHasTheImagesOfOneClassReadAsAnother() {
    gallery.filterProperty().set(GalleryFilter.cell(4, 9));
    assertThat(shown()).containsExactly(1);
    gallery.filterProperty().set(GalleryFilter.cell(4, 4));
    assertThat(shown()).containsExactlyInAnyOrder(0, 5);
  }

  @Test
  void filtersAreAllToBePassed() {
    gallery.filterProperty().set(GalleryFilter.of(Kind.RIGHT).withConfidence(0.75, 1));
    assertThat(shown()).containsExactlyInAnyOrder(0, 2);
    gallery.filterProperty().set(gallery.filterProperty().get().withLabel(9));
    assertThat(shown()).containsExactly(2);
    gallery.filterProperty().set(gallery.filterProperty().get().withOnlyLabelErrors(true));
    assertThat(shown()).isEmpty();
    gallery.reset();
    assertThat(shown()).hasSize(3);
  }

  @Test
  void whatIsEqualStaysInTheOrderOfTheDataSet() {
    sortBy(By.LABEL, false);
    assertThat(shown()).containsExactly(4, 0, 1, 5, 2, 3);
    sortBy(By.LABEL, true);
    assertThat(shown()).containsExactly(2, 3, 0, 1, 5, 4);
    sortBy(By.PREDICTED, false);
    assertThat(shown()).containsExactly(0, 3, 5, 1, 2, 4);
    sortBy(By.CONFIDENCE, true);
    assertThat(shown()).containsExactly(3, 0, 2, 4, 1, 5);
    sortBy(By.INDEX, true);
    assertThat(shown()).containsExactly(5, 4, 3, 2, 1, 0);
  }

  @Test
  void theSameSeedShufflesTheSameWay() {
    sortBy(By.SHUFFLED, false);
    List<Integer> first = shown();
    assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5).isNotEqualTo(sorted());
    gallery.orderProperty().set(gallery.orderProperty().get().withSeed(2));
    assertThat(shown()).isNotEqualTo(first);
    gallery.orderProperty().set(gallery.orderProperty().get().withSeed(1));
    assertThat(shown()).isEqualTo(first);
  }

  private static List<Integer> sorted() {
    return IntStream.range(0, 6).boxed().toList();
  }

  @Test
  void pagesHaveEverySampleOnce() {
    sortBy(By.INDEX, false);
    gallery.pageSizeProperty().set(4);
    assertThat(gallery.pagesProperty().get()).isEqualTo(2);
    assertThat(shown()).containsExactly(0, 1, 2, 3);
    gallery.pageProperty().set(1);
    assertThat(shown()).containsExactly(4, 5);
    gallery.filterProperty().set(GalleryFilter.MISREAD);
    assertThat(gallery.pageProperty().get()).isZero();
    assertThat(gallery.pagesProperty().get()).isEqualTo(1);
  }

  @Test
  void aSampleThatIsFilteredOutIsNotLookedAtAnyMore() {
    gallery.selectedProperty().set(3);
    gallery.filterProperty().set(GalleryFilter.MISREAD.withLabel(9));
    assertThat(gallery.selectedProperty().get()).isEqualTo(3);
    gallery.filterProperty().set(GalleryFilter.MISREAD.withLabel(4));
    assertThat(gallery.selectedProperty().get()).isNull();
  }

  @Test
  void otherResultsKeepTheFilterButNotTheSample() {
    gallery.filterProperty().set(GalleryFilter.cell(4, 9));
    gallery.selectedProperty().set(1);
    gallery.show(Results.of(Readings.predictions(Readings.labeled(4, 4), 9, 9)));
    assertThat(shown()).containsExactly(0, 1);
    assertThat(gallery.selectedProperty().get()).isNull();
    gallery.show(null);
    assertThat(shown()).isEmpty();
  }

  @Test
  void placesAreWrittenAsNumbersAndRanges() {
    IndexRanges ranges = IndexRanges.parse(" 3, 10-12，20–18 ").orElseThrow();
    assertThat(IntStream.range(0, 30).filter(ranges::contains))
        .containsExactly(3, 10, 11, 12, 18, 19, 20);
    assertThat(IndexRanges.parse("").orElseThrow().contains(7)).isTrue();
    for (String nonsense : List.of("x", "1,", "-3", "1-", "99999999999", "1.5")) {
      assertThat(IndexRanges.parse(nonsense)).as(nonsense).isEmpty();
    }
  }
}
