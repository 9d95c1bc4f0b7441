package dev.inkling.run;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Correction;
import dev.inkling.data.Corrections;
import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.RealMnist;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Problem;
import dev.inkling.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run goes on with the images that it began with, and no others. */
class RunImagesTest {
  private static final DownloadProgress SILENT = (_, _, _) -> {};

  @TempDir Path home;
  private RunStore store;
  private DataSource source;

  @BeforeEach
  void open() {
    store = new RunStore(TestStudio.folders(home));
    source = DataSource.of(TestStudio.folders(home));
  }

  private Path images(String name, int count) {
    DataSet digits = Synthetic.dataSet(count, 10);
    return IdxFiles.write(home.resolve(name), digits.train(), digits.test());
  }

  private Run create(String data) {
    return store.create("dropout-sgd", TinyModels.recipe(Optimizer.ADAM, 0.01, 1), data);
  }

  /** A run that has read its images once. */
  private Run begun(Path folder) {
    Run run = create(folder.toString());
    DataSet images = RunImages.load(run, source, SILENT);
    new RunTrainer(run, images, new TrainingListener() {}).train();
    return run;
  }

  private DataSet load(Run run) {
    return RunImages.load(run, source, SILENT);
  }

  @Test
  void aFolderIsKeptAbsoluteWithWhatIsInIt() {
    Path folder = images("digits", 60);
    Path relative = Path.of("").toAbsolutePath().relativize(folder);

    RunInfo info = begun(relative).info();

    assertThat(info.data()).isEqualTo(folder.toString());
    assertThat(info.folder()).isEqualTo(folder.toString());
    assertThat(info.fingerprint())
        .isEqualTo(source.load(folder.toString(), SILENT).fingerprint())
        .hasSize(64);
  }

  @Test
  void aFolderThatIsGoneIsAskedFor() throws IOException {
    Path folder = images("digits", 60);
    Run run = begun(folder);
    Path moved = Files.move(folder, home.resolve("moved"));

    Problem problem = problemOf(() -> load(run));

    assertThat(RunImages.isOver(problem)).isTrue();
    assertThat(problem.getMessage()).contains(run.info().id(), folder.toString(), "--data");
    RunImages.move(run, source, moved.toString(), SILENT);
    assertThat(load(run).folder()).isEqualTo(moved);
    assertThat(run.info().folder()).isEqualTo(moved.toString());
  }

  @Test
  void aRunGoesOnWithTheCorrectionsThatItBeganWith() {
    Path folder = images("digits", 60);
    DataSet asLabeled = source.load(folder.toString(), SILENT);
    Correction leftOut = Corrections.of(asLabeled.train(), 3, null);
    source.corrections().put(folder.toString(), List.of(leftOut));

    Run run = begun(folder);
    source
        .corrections()
        .put(folder.toString(), List.of(Corrections.of(asLabeled.train(), 4, null)));

    assertThat(run.info().corrected()).isEqualTo(1);
    assertThat(load(run).train().count()).isEqualTo(asLabeled.train().count() - 1);
    assertThat(load(run).corrections().all()).containsExactly(leftOut);
    assertThat(begun(folder).info().corrected()).isEqualTo(2);
  }

  @Test
  void aRunThatBeganBeforeAnyCorrectionHasNone() {
    Path folder = images("digits", 60);
    Run run = begun(folder);
    DataSet asLabeled = source.load(folder.toString(), SILENT);

    source
        .corrections()
        .put(folder.toString(), List.of(Corrections.of(asLabeled.train(), 3, null)));

    assertThat(load(run).train().count()).isEqualTo(asLabeled.train().count());
    assertThat(run.info().corrected()).isNull();
  }

  @Test
  void otherImagesAreRefusedWhereverTheyAre() throws IOException {
    Path folder = images("digits", 60);
    Run run = begun(folder);
    RunInfo before = run.info();
    Path others = images("others", 66);
    Problem elsewhere = problemOf(() -> RunImages.move(run, source, others.toString(), SILENT));
    byte[] labels = Files.readAllBytes(folder.resolve(IdxFiles.TEST_LABELS));
    labels[labels.length - 1] ^= 1;
    Files.write(folder.resolve(IdxFiles.TEST_LABELS), labels);
    Problem changed = problemOf(() -> load(run));

    assertThat(elsewhere.getMessage()).contains(run.info().id(), others.toString(), "--data");
    assertThat(changed.getMessage()).contains(run.info().id(), folder.toString(), "--data");
    assertThat(problemOf(() -> RunImages.load(run, source, "synthetic", SILENT)).key())
        .isEqualTo(changed.key());
    assertThat(run.info()).isEqualTo(before);
  }

  /** As earlier versions wrote it: what is read next is noted. */
  @Test
  void aRunWithoutAFingerprintGoesOnAndGetsOne() throws IOException {
    Path folder = images("digits", 60);
    Run run = begun(folder);
    RunInfo info = run.info();
    Path json = run.folder().resolve("run.json");
    Files.writeString(
        json, Files.readString(json).replaceAll("(?m)^ *\"(folder|fingerprint)\": .*\n", ""));
    assertThat(run.info().fingerprint()).isNull();

    new RunTrainer(run, load(run), new TrainingListener() {}).train();

    assertThat(run.info().fingerprint()).isEqualTo(info.fingerprint());
  }

  @Test
  void writtenDigitsNeedNoPlace() {
    Run run = create("synthetic");

    assertThat(load(run).name()).isEqualTo("synthetic");
    assertThat(problemOf(() -> RunImages.load(run, source, images("a", 60).toString(), SILENT)))
        .satisfies(problem -> assertThat(RunImages.isOver(problem)).isTrue());
  }

  @Test
  void aFolderWithMnistIsMnistAndItsPlaceIsKnown() {
    Path folder = RealMnist.folder().toAbsolutePath().normalize();
    Run run = create(folder.toString());
    DataSet images = load(run);
    RunImages.note(run, images);

    assertThat(run.info().data()).isEqualTo("mnist");
    assertThat(run.info().folder()).isEqualTo(folder.toString());
    // Nothing is in the cache, and nothing is downloaded.
    assertThat(load(run).train().count()).isEqualTo(55_000);
    assertThat(source.mnist().isComplete()).isEqualTo(home.equals(folder));
  }
}
