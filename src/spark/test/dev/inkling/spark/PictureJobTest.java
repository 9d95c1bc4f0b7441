package dev.inkling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.support.Pictures;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job in one process, on two threads. */
class PictureJobTest {
  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .config(ReadPictures.settings())
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private Path in() {
    return folder.resolve("in");
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Counts read(Path in, String... more) {
    String[] places = {in.toString(), out().toString(), "--model", SomePictures.MODEL};
    String[] all = Stream.concat(Stream.of(places), Arrays.stream(more)).toArray(String[]::new);
    return new PictureJob(spark, Options.of(all), Locale.ENGLISH).run();
  }

  private List<String> table() {
    return spark.read().parquet(out().toString()).collectAsList().stream()
        .map(SameRow::text)
        .sorted()
        .toList();
  }

  @Test
  void theTableIsThatOfOneMachine() throws IOException {
    SomePictures.write(in(), 40);
    SomePictures.zip(in(), in().resolve("some.zip"));
    Files.writeString(in().resolve("none.zip"), "no archive");
    Counts counts = read(in());
    assertThat(table()).isEqualTo(SomePictures.rows(in())).hasSize(61);
    assertThat(counts).isEqualTo(new Counts(61, 3));
  }

  @Test
  void whatWasReadIsNotReadAgain() throws IOException {
    SomePictures.write(in(), 12);
    assertThat(read(in())).isEqualTo(new Counts(12, 0));
    assertThat(read(in())).isEqualTo(new Counts(0, 0));
    Pictures.write(Pictures.stored(Pictures.seven(28)), "png", in().resolve("new.png"));
    Path leftOver = Files.writeString(out().resolve("part-00000-left-over.parquet"), "half");
    assertThat(read(in())).isEqualTo(new Counts(1, 0));
    assertThat(table()).isEqualTo(SomePictures.rows(in()));
    assertThat(leftOver).doesNotExist();
  }

  @Test
  void aTableIsMadeInOneWay() throws IOException {
    SomePictures.write(in(), 2);
    read(in());
    String[] other = {in().toString(), out().toString(), "--model", "lenet5-relu"};
    assertThatThrownBy(() -> new PictureJob(spark, Options.of(other), Locale.ENGLISH).run())
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.key()).isEqualTo("problem.spark.other"));
  }

  @Test
  void nothingOfSomebodyElsesIsTouched() throws IOException {
    SomePictures.write(in(), 2);
    Path theirs = Files.createDirectories(out()).resolve("theirs.txt");
    Files.writeString(theirs, "theirs");
    assertThatThrownBy(() -> read(in()))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.key()).isEqualTo("problem.spark.out"));
    assertThat(theirs).hasContent("theirs");
  }

  @Test
  void aTableOfTextReadsAsOneOfNumbers() throws IOException {
    SomePictures.write(in(), 20);
    read(in(), "--format", "csv");
    List<Row> rows =
        spark
            .read()
            .option("header", "true")
            .option("escape", "\"")
            .option("multiLine", "true")
            .csv(out().toString())
            .orderBy("path")
            .collectAsList();
    assertThat(rows).hasSize(20);
    Row broken =
        rows.stream().filter(row -> row.getString(0).endsWith("/13.png")).findFirst().get();
    assertThat(broken.getString(6)).contains("13.png");
    Row whole = rows.stream().filter(row -> row.getString(0).endsWith("/3.png")).findFirst().get();
    assertThat(whole.getString(1)).isEqualTo("3");
    assertThat(whole.getString(3)).matches("[01]\\.\\d{4}");
    assertThat(whole.getString(5)).matches("\\d+ \\d+ \\d+ \\d+");
  }

  @Test
  void picturesMayLieInColumns() throws IOException {
    SomePictures.write(in(), 14);
    Path table = folder.resolve("table");
    spark
        .read()
        .format("binaryFile")
        .option("recursiveFileLookup", "true")
        .load(in().toString())
        .withColumn("name", functions.substring_index(functions.col("path"), ":", -1))
        .write()
        .parquet(table.toString());
    assertThat(read(table, "--column", "content", "--id", "name")).isEqualTo(new Counts(14, 1));
    assertThat(table()).isEqualTo(SomePictures.rows(in()));
  }

  @Test
  void aColumnThatIsNotThereIsNamed() {
    spark.range(2).write().parquet(in().toString());
    assertThatThrownBy(() -> read(in(), "--column", "image", "--id", "id"))
        .isInstanceOfSatisfying(
            Problem.class,
            e -> {
              assertThat(e.key()).isEqualTo("problem.spark.column");
              assertThat(e.arguments()).containsExactly(in().toString(), "image", "id");
            });
  }

  @Test
  void aPlaceThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> read(in()))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.key()).isEqualTo("problem.spark.in"));
  }
}
