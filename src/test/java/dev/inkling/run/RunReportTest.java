package dev.inkling.run;

import static dev.inkling.support.Pages.parse;
import static dev.inkling.support.Pages.text;
import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.AppFolders;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a report says, on runs whose files are written by hand. */
class RunReportTest {
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
  private static final Messages CHINESE = new Messages(Locale.SIMPLIFIED_CHINESE);

  @TempDir Path home;
  private Run run;

  @BeforeEach
  void create() {
    Recipe recipe =
        new Recipe(12, 96, Optimizer.MOMENTUM, 0.0125)
            .with(
                r -> {
                  r.momentum = 0.85;
                  r.schedule = Schedule.ONE_CYCLE;
                  r.weightDecay = 0.0005;
                  r.augmentation = Augmentation.LIGHT;
                  r.synthetic = 4321;
                  r.seed = 77;
                });
    AppFolders folders = new AppFolders(home, home, home, home);
    run = new RunStore(folders).create("lenet5-relu", recipe, "mnist");
  }

  /** Two epochs; in the second, 3 of the 100 fours are read as nines. */
  private void train() throws IOException {
    Files.writeString(
        run.batches(),
        """
        epoch,batch,examples,loss,learningRate,imagesPerSecond
        1,1,96,2.3,0.001,5000
        1,2,192,1.1,0.0125,5000
        2,1,288,0.4,0.006,5000
        2,2,384,0.2,0.001,5000
        2,3,4\
        """);
    Files.writeString(
        run.epochs(),
        """
        epoch,examples,trainLoss,trainAccuracy,valLoss,valAccuracy,seconds,imagesPerSecond
        1,192,1.7,0.5,0.9,0.8,1.5,5000
        2,384,0.3,0.95,0.0817,0.997,1.5,5000
        """);
    Files.writeString(run.classes(), classesHeader() + epoch(1, 40) + epoch(2, 3) + "3,576,0,1");
  }

  private static String classesHeader() {
    return "epoch,examples,class,count,accuracy,"
        + IntStream.range(0, 10).mapToObj(k -> "readAs" + k).collect(Collectors.joining(","))
        + "\n";
  }

  private static String epoch(int epoch, int foursAsNines) {
    StringBuilder lines = new StringBuilder();
    for (int label = 0; label < 10; label++) {
      int[] readAs = new int[10];
      readAs[label] = 100;
      if (label == 4) {
        readAs[4] -= foursAsNines;
        readAs[9] = foursAsNines;
      }
      lines.append(epoch).append(',').append(192 * epoch).append(',').append(label);
      lines.append(",100,").append(readAs[label] / 100.0);
      IntStream.of(readAs).forEach(images -> lines.append(',').append(images));
      lines.append('\n');
    }
    return lines.toString();
  }

  private void end() {
    run.change(info -> info.withStatus(RunInfo.Status.FINISHED, null, 3725));
  }

  @Test
  void aFinishedRunIsToldInBothLanguages() throws IOException {
    train();
    end();

    assertThat(text(RunReport.of(run, ENGLISH)))
        .contains("Network lenet5-relu", "Batch size 96", "Epochs 12", "Momentum 0.85")
        .contains("SGD with momentum", "Learning rate 0.0125", "One cycle", "Weight decay 0.0005")
        .contains("Light", "4321", "Seed 77", "MNIST", "finished", "1 h 2 min", "99.70%", "0.0817")
        .contains(run.info().inkling(), run.info().engine(), run.info().java(), run.info().id())
        .contains("Loss", "Accuracy", "Confusion matrix", "after epoch 2")
        .doesNotContain("Not finished");
    assertThat(RunReport.of(run, CHINESE)).contains("<html lang=\"zh-CN\">");
    assertThat(text(RunReport.of(run, CHINESE)))
        .contains("混淆矩阵", "带动量的 SGD", "学习率 0.0125", "已完成", "第 2 轮之后")
        .doesNotContain("Confusion");
  }

  @Test
  void theLastWholeEpochGivesTheClassesAndTheConfusion() throws IOException {
    train();
    String page = RunReport.of(run, ENGLISH);
    var tables = parse(page).getElementsByTagName("table");
    var classes = tables.item(tables.getLength() - 2);
    var confusion = tables.item(tables.getLength() - 1);

    assertThat(classes.getTextContent().replaceAll("\\s+", " "))
        .contains("3 100 100.00%", "4 100 97.00%", "5 100 100.00%");
    assertThat(confusion.getTextContent().replaceAll("\\s+", " "))
        .contains("4 0 0 0 0 97 0 0 0 0 3 5 0", "9 0 0 0 0 0 0 0 0 0 100");
  }

  @Test
  void whatAPersonWroteIsEscaped() throws IOException {
    train();
    run.describe("<b>A & B</b>", "a\n<script>alert('\"')</script>\u0001");
    String page = RunReport.of(run, ENGLISH);

    assertThat(page).doesNotContain("<script", "<b>A").contains("&lt;script&gt;alert(&#39;&quot;");
    assertThat(text(page)).contains("<b>A & B</b>", "<script>alert('\"')</script>");
  }

  @Test
  void aRunThatWasCutOffSaysSo() throws IOException {
    train();
    assertThat(text(RunReport.of(run, ENGLISH)))
        .contains("Not finished (cut off): 2 of 12 epochs are done.");
    run.change(info -> info.withStatus(RunInfo.Status.FAILED, "problem.train.nan", 3));
    assertThat(text(RunReport.of(run, ENGLISH))).contains("(failed)", "The loss became infinite");
    assertThat(text(RunReport.of(run, CHINESE))).contains("共 12 轮，已完成 2 轮", "损失变为无穷大");
  }

  @Test
  void aRunWithoutAnEpochHasAReportToo() {
    for (Messages messages : new Messages[] {ENGLISH, CHINESE}) {
      assertThat(text(RunReport.of(run, messages)))
          .contains(messages.get("report.noEpoch"), messages.get("report.empty"), "4321")
          .doesNotContain(messages.get("report.confusion"));
    }
  }

  @Test
  void whatAnOptimizerIgnoresIsLeftOut() throws IOException {
    assertThat(text(RunReport.of(run, ENGLISH))).contains("Momentum 0.85");
    Path info = run.folder().resolve("run.json");
    Files.writeString(info, Files.readString(info).replace("\"momentum\",", "\"adam\","));
    assertThat(text(RunReport.of(run, ENGLISH))).contains("Adam").doesNotContain("Momentum");
  }

  @Test
  void whatIsWideCanBeMovedSidewaysOnAPhone() throws IOException {
    train();
    NodeList divs = parse(RunReport.of(run, ENGLISH)).getElementsByTagName("div");
    List<String> wide =
        IntStream.range(0, divs.getLength())
            .mapToObj(i -> (Element) divs.item(i))
            .filter(div -> div.getAttribute("class").equals("wide"))
            .map(div -> div.getAttribute("aria-label"))
            .toList();
    assertThat(wide).containsExactly("Loss", "Accuracy", "Learning rate", "Confusion matrix");
  }

  @Test
  void thePageNeedsNothingElse() throws IOException {
    train();
    Path page = home.resolve("report.html");
    RunReport.write(run, ENGLISH, page);
    assertThat(Files.readString(page).replace("http://www.w3.org/2000/svg", ""))
        .contains("<svg")
        .doesNotContain("http:", "https:", "src=", "href=", "url(", "@import");
    assertThat(problemOf(() -> RunReport.write(run, ENGLISH, page.resolve("within"))).key())
        .isEqualTo("problem.file.unwritable");
  }

  @Test
  void metricsAreCopiedUnderTheNameOfTheirRun() throws IOException {
    Path folder = Files.createDirectory(home.resolve("out"));
    assertThat(problemOf(() -> MetricsExport.copy(run, folder)).key())
        .isEqualTo("report.noMetrics");
    train();
    MetricsExport.copy(run, folder);
    assertThat(folder.resolve(run.info().id() + "-classes.csv"))
        .hasSameTextualContentAs(run.classes());
    assertThat(folder.toFile().list()).hasSize(3);
  }
}
