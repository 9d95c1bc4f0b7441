package dev.inkling.data;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.DataFiles;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is learned of 100 training images of each of 4 signs. */
class LessonTest {
  private static final Digits IMAGES = DataFiles.squares(400, 4);
  private static final DataSet DATA =
      new DataSet("signs", null, IMAGES, DataFiles.squares(8, 4), DataFiles.squares(12, 4));

  private static Lesson lesson(double part, double noise, int imbalance, @Nullable String leftOut) {
    return new Lesson(part, noise, imbalance, leftOut, 3);
  }

  private static int[] counts(Digits images) {
    int[] counts = new int[images.classCount()];
    IntStream.range(0, images.count()).forEach(i -> counts[images.label(i)]++);
    return counts;
  }

  private static int[] learned(Lesson lesson) {
    Digits train = lesson.of(DATA).train();
    assertThat(lesson.count(IMAGES)).isEqualTo(train.count());
    return counts(train);
  }

  /** What an image shows, which its label may not say. */
  private static int shown(Digits images, int i) {
    return IntStream.range(0, Digits.PIXELS).filter(p -> images.ink(i, p) > 0).findFirst().orElse(0)
        - (2 * 28 + 2);
  }

  @Test
  void allIsTheSameImages() {
    assertThat(lesson(1, 0, 0, null).of(DATA)).isSameAs(DATA);
  }

  @Test
  void aPartIsOfEachClassAlikeAndInTheSameOrder() {
    assertThat(learned(lesson(0.1, 0, 0, null))).containsExactly(10, 10, 10, 10);
    assertThat(learned(lesson(0.001, 0, 0, null))).containsExactly(1, 1, 1, 1);

    // Of the first 80 the squares fade the later they come.
    Digits some = lesson(0.5, 0, 0, null).of(DATA.learning(IMAGES.range(0, 80))).train();
    for (int i = 1; i < some.count(); i++) {
      assertThat(brightest(some, i)).isLessThanOrEqualTo(brightest(some, i - 1) + 1e-6f);
    }
  }

  private static float brightest(Digits images, int i) {
    float most = 0;
    for (int p = 0; p < Digits.PIXELS; p++) {
      most = Math.max(most, images.ink(i, p));
    }
    return most;
  }

  @Test
  void imbalanceMakesClassesRarerOneAfterTheOther() {
    assertThat(learned(lesson(1, 0, 8, null))).containsExactly(100, 50, 25, 13);
    assertThat(learned(lesson(0.5, 0, 8, null))).containsExactly(50, 25, 13, 6);
  }

  @Test
  void classesAreMadeAlikeByTheRarest() {
    int[] some = IntStream.range(0, 400).filter(i -> i % 4 != 2 || i < 80).toArray();
    DataSet uneven = DATA.learning(IMAGES.only(some));
    assertThat(counts(uneven.train())).containsExactly(100, 100, 20, 100);

    assertThat(counts(lesson(1, 0, 1, null).of(uneven).train())).containsExactly(20, 20, 20, 20);
  }

  @Test
  void aClassIsLeftOutAndKeepsItsName() {
    DataSet taught = lesson(1, 0, 0, "sign 2").of(DATA);

    assertThat(counts(taught.train())).containsExactly(100, 100, 0, 100);
    assertThat(taught.classes()).isEqualTo(DATA.classes());
    assertThat(lesson(1, 0, 0, "sign 2").shown(DATA.classes())).containsExactly(0, 1, 3);
    assertThat(problemOf(() -> lesson(1, 0, 0, "sign 9").of(DATA)).getMessage())
        .contains("sign 9", "signs", "sign 3");
  }

  @ParameterizedTest
  @CsvSource({"0.05, 20", "0.5, 200"})
  void soManyLabelsAreWrongAndNoneIsOfAHiddenClass(double noise, int wrong) {
    Digits train = lesson(1, noise, 0, null).of(DATA).train();
    int[] bad = IntStream.range(0, 400).filter(i -> train.label(i) != IMAGES.label(i)).toArray();

    assertThat(bad).hasSize(wrong);
    assertThat(Arrays.stream(bad).map(train::label).distinct().toArray()).hasSize(4);
    assertThat(IntStream.range(0, 400).map(i -> shown(train, i)).toArray())
        .isEqualTo(IntStream.range(0, 400).map(i -> shown(IMAGES, i)).toArray());
    assertThat(counts(lesson(1, noise, 0, "sign 1").of(DATA).train())[1]).isZero();
  }

  @Test
  void heldOutAndTestImagesStayAsTheyAre() {
    DataSet taught = lesson(0.5, 0.5, 5, "sign 0").of(DATA);

    assertThat(taught.validation()).isSameAs(DATA.validation());
    assertThat(taught.test()).isSameAs(DATA.test());
    assertThat(counts(DATA.train())).containsExactly(100, 100, 100, 100);
  }

  @Test
  void theSameLessonIsTheSameImages() {
    DataSet once = lesson(0.3, 0.2, 4, null).of(DATA);

    assertThat(lesson(0.3, 0.2, 4, null).of(DATA).fingerprint()).isEqualTo(once.fingerprint());
    assertThat(new Lesson(0.3, 0.2, 4, null, 4).of(DATA).fingerprint())
        .isNotEqualTo(once.fingerprint());
  }

  @Test
  void howManyIsSaidRoughlyWithoutTheImages() {
    assertThat(lesson(0.5, 0, 0, null).roughly(1000)).isEqualTo(500);
    assertThat(lesson(1, 0, 1, null).roughly(1000)).isEqualTo(1000);
    assertThat(lesson(1, 0, 8, null).roughly(400)).isBetween(150, 200);
  }

  @Test
  void theOnlyClassWithImagesCannotBeLeftOut() {
    int[] ofFirst = IntStream.range(0, 400).filter(i -> IMAGES.label(i) == 0).toArray();
    DataSet data = new DataSet("ones", null, IMAGES.only(ofFirst), DATA.validation(), DATA.test());
    Lesson lesson = lesson(1, 0, 0, data.classes().getFirst());
    assertThat(problemOf(() -> lesson.check(data)).key()).isEqualTo("problem.lesson.nothing");
    lesson(1, 0, 0, data.classes().get(1)).check(data);
  }
}
