package dev.inkling.data;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {
  @TempDir Path home;

  private final DataSet data = Synthetic.dataSet(60, 6);

  private static String other(Digits images, int i) {
    return Classes.DIGITS.get((images.label(i) + 1) % 10);
  }

  @Test
  void imagesGetTheirRightLabelsAndOthersAreLeftOut() {
    Digits train = data.train();
    Corrections said =
        new Corrections(
            List.of(
                Corrections.of(train, 3, other(train, 3)),
                Corrections.of(train, 7, null),
                Corrections.of(data.validation(), 0, other(data.validation(), 0))));

    DataSet corrected = said.in(data);

    assertThat(corrected.train().count()).isEqualTo(train.count() - 1);
    assertThat(corrected.train().label(3)).isEqualTo((train.label(3) + 1) % 10);
    assertThat(corrected.train().label(7)).isEqualTo(train.label(8));
    assertThat(corrected.train().image(7).ink()).isEqualTo(train.image(8).ink());
    assertThat(corrected.validation().label(0)).isEqualTo((data.validation().label(0) + 1) % 10);
    assertThat(corrected.test()).isEqualTo(data.test());
    assertThat(corrected.corrections()).isSameAs(said);
    assertThat(said.relabeled()).isEqualTo(2);
    assertThat(said.leftOut()).isEqualTo(1);
    assertThat(train.label(3)).isEqualTo(Synthetic.dataSet(60, 6).train().label(3));
  }

  /** By its pixels and what its label says, wherever it stands. */
  @Test
  void anImageIsKnownInAnyOrder() {
    Digits train = data.train();
    Corrections said = new Corrections(List.of(Corrections.of(train, 3, null)));

    assertThat(said.find(train.only(new int[] {5, 3}), 1)).isPresent();
    assertThat(said.find(train.only(new int[] {5, 3}), 0)).isEmpty();
    int[] relabeled = {(train.label(3) + 1) % 10};
    assertThat(said.find(train.only(new int[] {3}).labeled(relabeled), 0)).isEmpty();
  }

  @Test
  void whatIsSaidIsKeptForEachDataSetSaidAnewAndTakenBack() {
    CorrectionStore store = new CorrectionStore(home.resolve("corrections"));
    String folder = home.resolve("a/images").toString();
    String alike = home.resolve("b/images").toString();
    Correction first = Corrections.of(data.train(), 3, null);
    store.put(folder, List.of(first));
    store.put("mnist", List.of(Corrections.of(data.train(), 4, null)));

    Correction again = new Correction(first.image(), first.given(), other(data.train(), 3));
    store.put(folder, List.of(again, Corrections.of(data.train(), 5, null)));

    assertThat(store.of(folder).all())
        .containsExactly(again, Corrections.of(data.train(), 5, null));
    assertThat(store.of("mnist").count()).isEqualTo(1);
    assertThat(store.of(alike).isEmpty()).isTrue();
    assertThat(store.file("mnist")).hasFileName("mnist.json");
    assertThat(store.file(alike)).isNotEqualTo(store.file(folder));

    store.remove(folder, store.of(folder).all());
    assertThat(store.file(folder)).doesNotExist();
  }

  @Test
  void aDamagedFileIsToldAndNotOverwritten() throws IOException {
    CorrectionStore store = new CorrectionStore(home);
    for (String text : List.of("{", "{}", "{\"corrections\": [{\"image\": \"xyz\"}]}")) {
      Files.writeString(store.file("mnist"), text);

      assertThat(problemOf(() -> store.of("mnist"))).hasMessageContaining("mnist.json");
      assertThat(problemOf(() -> store.put("mnist", List.of()))).hasMessageContaining("mnist.json");
      assertThat(store.file("mnist")).hasContent(text);
    }
  }
}
