package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.explain.Fooling.Fooled;
import dev.inkling.explain.Fooling.Method;
import dev.inkling.explain.Fooling.Question;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FoolingTest {
  private static final GreyImage DIGIT = Synthetic.digits(1, 3).image(0);

  /** All pixels of class 1 count 1, and those of class 0 nothing but a head start. */
  private static Model counting(float start) {
    float[] weights = new float[7840];
    Arrays.fill(weights, 784, 2 * 784, 1);
    Model model = TinyModels.linear(weights);
    model.weights().tensor("dense1.bias").values()[0] += start;
    return model;
  }

  private static <T> T with(Model model, Question question, Function<Fooling, T> ask) {
    try (Sensitivity network = new Sensitivity(model);
        Classifier reader = new Classifier(model)) {
      return ask.apply(new Fooling(question, network, reader, () -> true));
    }
  }

  private static GreyImage grey(int level) {
    float[] ink = new float[784];
    Arrays.fill(ink, level / 255f);
    return new GreyImage(28, 28, ink);
  }

  /** 784 pixels of 40 levels are 122.98; each level more adds 3.075, and 5 levels 15.37. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void theSmallestStrengthTurnsItAndOneLessDoesNot(Method method) {
    Question question = new Question(grey(40), 1, method);
    Model model = counting(137);

    Fooled found = with(model, question, fooling -> fooling.smallest().orElseThrow());

    assertThat(found.strength()).isEqualTo(5);
    assertThat(found.before().digit()).isZero();
    assertThat(found.after().digit()).isEqualTo(1);
    assertThat(found.change()).containsOnly(5);
    assertThat(with(model, question, fooling -> fooling.at(4)).isFooled()).isFalse();
    assertThat(with(model, question, fooling -> fooling.at(5)).isFooled()).isTrue();
  }

  @Test
  void whatIsReadAlreadyNeedsNoChangeAndWhatCannotBeReadIsNotFound() {
    Model model = counting(137);

    assertThat(with(model, new Question(grey(40), 0, Method.PGD), Fooling::smallest))
        .hasValueSatisfying(found -> assertThat(found.strength()).isZero());
    assertThat(with(model, new Question(grey(40), 7, Method.PGD), Fooling::smallest)).isEmpty();
    assertThat(with(model, new Question(grey(40), 7, Method.FGSM), Fooling::smallest)).isEmpty();
  }

  @Test
  void whatNobodyWantsAnyMoreEndsAtOnce() {
    Model model = counting(137);
    try (Sensitivity network = new Sensitivity(model);
        Classifier reader = new Classifier(model)) {
      Question question = new Question(grey(40), 1, Method.PGD);
      Fooling fooling = new Fooling(question, network, reader, () -> false);
      assertThatThrownBy(fooling::smallest).isInstanceOf(CancellationException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void pixelsStayWithinTheBoundAndAreWholeGreyLevels(Method method) {
    Model model = Shipped.model("lenet5-relu");
    for (Integer target : new @Nullable Integer[] {null, 3}) {
      Fooled found = with(model, new Question(DIGIT, target, method), one -> one.at(20));
      for (int p = 0; p < Digits.PIXELS; p++) {
        float before = found.before().framed().ink()[p];
        float after = found.after().framed().ink()[p];
        assertThat(after).isBetween(0f, 1f);
        assertThat(Math.abs(after - before)).isLessThanOrEqualTo(20.01f / 255);
        assertThat(Math.abs(255 * after - Math.round(255 * after))).isLessThan(1e-4f);
        assertThat(Math.abs(before - DIGIT.ink()[p])).isLessThanOrEqualTo(0.501f / 255);
      }
    }
  }

  @Test
  void aRealNetworkIsFooledByLittleAndByLessWithManySteps() {
    Model model = Shipped.model("lenet5-relu");

    Optional<Fooled> many = with(model, new Question(DIGIT, null, Method.PGD), Fooling::smallest);
    Optional<Fooled> once = with(model, new Question(DIGIT, null, Method.FGSM), Fooling::smallest);

    assertThat(many).hasValueSatisfying(found -> assertThat(found.isFooled()).isTrue());
    int strength = many.orElseThrow().strength();
    assertThat(strength).isLessThanOrEqualTo(once.map(Fooled::strength).orElse(Fooling.MOST));
    Fooled less = with(model, new Question(DIGIT, null, Method.PGD), one -> one.at(strength - 1));
    assertThat(less.isFooled()).isFalse();
  }
}
