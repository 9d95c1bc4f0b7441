package dev.inkling.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Neighbours.Neighbour;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Classifier;
import dev.inkling.support.Images;
import dev.inkling.support.TinyModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static final Digits IMAGES = Synthetic.digits(600, 3);

  @Test
  void anImageIsItsOwnNearest() {
    try (Classifier classifier = new Classifier(TinyModels.untrained("tiny"))) {
      int[] told = {0};
      Neighbours neighbours = Neighbours.of(classifier, IMAGES, done -> told[0] = done);

      List<Neighbour> nearest = neighbours.nearest(classifier, IMAGES.image(123), 5);

      assertThat(told[0]).isEqualTo(600);
      assertThat(nearest).hasSize(5);
      assertThat(nearest.getFirst().index()).isEqualTo(123);
      assertThat(nearest.getFirst().label()).isEqualTo(IMAGES.label(123));
      assertThat(nearest.getFirst().distance()).isCloseTo(0, within(1e-5));
      assertThat(nearest).isSortedAccordingTo(Comparator.comparingDouble(Neighbour::distance));
    }
  }

  /** The same distances, computed plainly over all images. */
  @Test
  void noNearerImageIsMissed() {
    try (Classifier classifier = new Classifier(TinyModels.untrained("tiny"))) {
      GreyImage image = Synthetic.digits(5, 77).image(4);
      float[] wanted = classifier.features(image);
      List<Neighbour> all = new ArrayList<>();
      for (int i = 0; i < IMAGES.count(); i++) {
        double distance = 1 - cosine(wanted, classifier.features(IMAGES.image(i)));
        all.add(new Neighbour(i, IMAGES.label(i), distance));
      }
      all.sort(Comparator.comparingDouble(Neighbour::distance));

      List<Neighbour> nearest =
          Neighbours.of(classifier, IMAGES, _ -> {}).nearest(classifier, image, 8);

      assertThat(nearest)
          .extracting(Neighbour::index)
          .containsExactlyElementsOf(all.subList(0, 8).stream().map(Neighbour::index).toList());
      assertThat(nearest.get(7).distance()).isCloseTo(all.get(7).distance(), within(1e-5));
    }
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      ofA += a[i] * a[i];
      ofB += b[i] * b[i];
    }
    return product / Math.sqrt(ofA * ofB);
  }

  @Test
  void theFeaturesAreWhatTheLastLayerIsGiven() {
    GreyImage image = Images.rectangle(28, 8, 4, 10, 20);
    try (Classifier tiny = new Classifier(TinyModels.untrained("tiny"));
        Classifier direct = new Classifier(TinyModels.untrained("direct", "dense 10"));
        Classifier maps = new Classifier(TinyModels.untrained("maps", "relu", "conv 10@28x28"))) {
      assertThat(tiny.featureCount()).isEqualTo(16);
      assertThat(tiny.features(image)).hasSize(16);
      for (float feature : tiny.features(image)) {
        assertThat(feature).isNotNegative(); // they come from a ReLU
      }
      float[] normalized = new float[Digits.PIXELS];
      for (int p = 0; p < normalized.length; p++) {
        normalized[p] = direct.model().card().normalization().apply(image.ink()[p]);
      }
      assertThat(direct.features(image)).containsExactly(normalized, within(1e-6f));
      assertThat(maps.featureCount()).isEqualTo(Digits.PIXELS);
    }
  }

  @Test
  void thereAreNoMoreNeighboursThanImages() {
    try (Classifier classifier = new Classifier(TinyModels.untrained("tiny"))) {
      Neighbours neighbours = Neighbours.of(classifier, IMAGES.range(0, 3), _ -> {});

      assertThat(neighbours.nearest(classifier, IMAGES.image(1), 10)).hasSize(3);
      assertThat(Arrays.stream(new int[] {0, 1, 2}).boxed())
          .containsExactlyInAnyOrderElementsOf(
              neighbours.nearest(classifier, IMAGES.image(1), 10).stream()
                  .map(Neighbour::index)
                  .toList());
    }
  }

  @Test
  void aPartOfASetIsCountedFromItsOwnStart() {
    try (Classifier classifier = new Classifier(TinyModels.untrained("tiny"))) {
      Digits part = IMAGES.range(100, 200);

      Neighbour nearest =
          Neighbours.of(classifier, part, _ -> {}).nearest(classifier, part.image(7), 1).getFirst();

      assertThat(nearest.index()).isEqualTo(7);
      assertThat(nearest.label()).isEqualTo(part.label(7));
    }
  }
}
