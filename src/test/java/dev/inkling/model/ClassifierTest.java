package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.image.GreyImage;
import dev.inkling.support.TinyModels;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private static final DataSet DATA = Synthetic.dataSet(360, 270);
  private static final Model MODEL = TinyModels.untrained("tiny");

  private static float[][] read(Classifier classifier, Digits digits) {
    return classifier.probabilities(digits, _ -> {});
  }

  @Test
  void probabilitiesAddUpTo1() {
    try (Classifier classifier = new Classifier(MODEL)) {
      float[][] read = read(classifier, DATA.test());
      assertThat(read.length).isEqualTo(DATA.test().count());
      for (float[] probabilities : read) {
        float sum = 0;
        for (float p : probabilities) {
          assertThat(p).isBetween(0f, 1f);
          sum += p;
        }
        assertThat(probabilities).hasSize(10);
        assertThat(sum).isCloseTo(1, within(1e-5f));
      }
    }
  }

  @Test
  void onePictureIsReadAsItIsAmongMany() {
    try (Classifier classifier = new Classifier(MODEL)) {
      float[][] many = read(classifier, DATA.test());
      for (int i = 0; i < many.length; i += 50) {
        assertThat(classifier.probabilities(DATA.test().image(i)))
            .containsExactly(many[i], within(1e-5f));
      }
    }
  }

  @Test
  void progressIsToldToTheEnd() {
    List<Integer> told = new ArrayList<>();
    try (Classifier classifier = new Classifier(MODEL)) {
      classifier.probabilities(DATA.test(), told::add);
    }

    assertThat(told).isSorted().endsWith(270).doesNotHaveDuplicates();
  }

  @Test
  void logitsAndLogProbabilitiesMeanTheSame() {
    Model logits = TinyModels.untrained("a", "conv 3@5x5", "relu", "dense 10");
    Model logs = TinyModels.untrained("b", "conv 3@5x5", "relu", "dense 10", "log-softmax");
    try (Classifier a = new Classifier(logits);
        Classifier b = new Classifier(logs)) {
      GreyImage digit = DATA.test().image(3);
      assertThat(a.probabilities(digit)).containsExactly(b.probabilities(digit), within(1e-6f));
    }
  }

  @Test
  void extremeLogitsGiveACertainAnswerAndNotNaN() {
    Model model = TinyModels.untrained("extreme", "dense 10");
    float[] weights = model.weights().tensors().get("dense1.weight").values();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= 1e6f;
    }
    try (Classifier classifier = new Classifier(model)) {
      float[] probabilities = classifier.probabilities(DATA.test().image(0));
      float sum = 0;
      for (float p : probabilities) {
        sum += p;
      }
      assertThat(sum).isCloseTo(1, within(1e-5f));
    }
  }

  @Test
  void aClassifierKeepsItsAnswersWhileAnotherNetworkIsTrained() throws Exception {
    CountDownLatch isTraining = new CountDownLatch(1);
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onBatch(BatchMetrics metrics) {
            isTraining.countDown();
          }
        };
    Training training =
        new Training(
            "other",
            TinyModels.ARCHITECTURE,
            TinyModels.recipe(Recipe.Optimizer.ADAM, 0.01, 1_000),
            DATA,
            listener);
    try (Classifier classifier = new Classifier(MODEL);
        ExecutorService trainer = Executors.newSingleThreadExecutor()) {
      float[][] before = read(classifier, DATA.test());
      Future<?> run = trainer.submit((Runnable) training::run);
      try {
        assertThat(isTraining.await(60, TimeUnit.SECONDS)).as("a batch").isTrue();
        for (int i = 0; i < 300; i++) {
          int image = i % 270;
          assertThat(classifier.probabilities(DATA.test().image(image)))
              .containsExactly(before[image], within(1e-5f));
        }
        assertThat(run.isDone()).isFalse();
      } finally {
        training.stop();
        run.get();
      }
    }
  }

  @Test
  void aClassifierMadeOfATrainingsModelIsNotChangedByItsNextEpochs() {
    List<Classifier> ofFirstEpoch = new ArrayList<>();
    List<float[]> answers = new ArrayList<>();
    GreyImage digit = DATA.test().image(4);
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onEpoch(EpochMetrics metrics, Model model) {
            if (ofFirstEpoch.isEmpty()) {
              ofFirstEpoch.add(new Classifier(model));
            }
            answers.add(ofFirstEpoch.getFirst().probabilities(digit));
          }
        };

    new Training(
            "some",
            TinyModels.ARCHITECTURE,
            TinyModels.recipe(Recipe.Optimizer.ADAM, 0.01, 3),
            DATA,
            listener)
        .run();

    ofFirstEpoch.getFirst().close();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(2)).containsExactly(answers.get(0));
  }
}
