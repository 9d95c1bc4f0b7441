package dev.inkling.model;

import static dev.inkling.support.Images.center;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Synthetic;
import dev.inkling.image.GreyImage;
import dev.inkling.support.TinyModels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecondLookTest {
  /** A bar that stands in the middle. */
  private static GreyImage bar() {
    float[] ink = new float[784];
    for (int y = 4; y < 24; y++) {
      ink[y * 28 + 13] = 1;
      ink[y * 28 + 14] = 1;
    }
    return new GreyImage(28, 28, ink);
  }

  @Test
  void theViewsAreTurnedAndScaledAroundTheMiddle() {
    List<GreyImage> views = SecondLook.views(bar());

    assertThat(views).hasSize(4);
    for (GreyImage view : views) {
      assertThat(center(view)[0]).isCloseTo(13.5, within(0.05));
      assertThat(center(view)[1]).isCloseTo(13.5, within(0.05));
    }
    // Nine degrees move the ends of a bar of 20 by 10 sin 9° to each side, in opposite directions.
    assertThat(views.get(0).inkBox().width()).isBetween(5, 7);
    assertThat(views.get(0).at(15, 5)).isNotEqualTo(views.get(0).at(12, 5));
    assertThat(views.get(0).at(15, 5)).isCloseTo(views.get(1).at(12, 5), within(1e-5f));
    assertThat(views.get(2).inkBox().height()).isBetween(22, 24);
    assertThat(views.get(3).inkBox().height()).isBetween(16, 18);
  }

  @Test
  void whatAllLooksSayIsTheirGeometricMean() {
    float[] together =
        SecondLook.together(List.of(new float[] {0.8f, 0.2f}, new float[] {0.2f, 0.8f}));
    assertThat(together).containsExactly(new float[] {0.5f, 0.5f}, within(1e-6f));

    // √(0.9·0.4) to √(0.1·0.6): 0.6 to 0.245
    float[] another =
        SecondLook.together(List.of(new float[] {0.9f, 0.1f}, new float[] {0.4f, 0.6f}));
    assertThat(another).containsExactly(new float[] {0.7101f, 0.2899f}, within(1e-4f));
  }

  @Test
  void onlyWhoIsUnsureLooksAgain() {
    Model model = TinyModels.untrained("tiny");
    List<GreyImage> images =
        IntStream.range(0, 20).mapToObj(Synthetic.digits(20, 1)::image).toList();
    try (Classifier never = new Classifier(model, Confidence.NONE);
        Classifier always = new Classifier(model, new Confidence(1, 0, 1));
        Classifier sometimes = new Classifier(model, new Confidence(1, 0, 0.13))) {
      float[][] first = never.probabilities(images);
      assertThat(always.firstLook(images)).isDeepEqualTo(first);
      float[][] second = always.probabilities(images);
      float[][] mixed = sometimes.probabilities(images);
      for (int i = 0; i < first.length; i++) {
        assertThat(second[i]).isNotEqualTo(first[i]);
        assertThat(second[i]).containsExactly(expected(never, images.get(i)), within(1e-5f));
        boolean isUnsure = new Confidence(1, 0, 0.13).isUnsure(first[i]);
        assertThat(mixed[i]).containsExactly(isUnsure ? second[i] : first[i], within(1e-6f));
        assertThat(sometimes.lookAgain(List.of(images.get(i)), new float[][] {first[i]})[0])
            .containsExactly(mixed[i], within(1e-6f));
      }
    }
  }

  private static float[] expected(Classifier network, GreyImage image) {
    List<float[]> looks = new ArrayList<>(List.of(network.probabilities(image)));
    SecondLook.views(image).forEach(view -> looks.add(network.probabilities(view)));
    return SecondLook.together(looks);
  }
}
