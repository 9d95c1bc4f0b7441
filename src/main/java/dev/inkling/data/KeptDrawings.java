package dev.inkling.data;

import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The drawings that the user kept, as a data set: test images alone. */
record KeptDrawings() implements ImageSource {
  @Override
  public String name() {
    return DataSource.DRAWINGS;
  }

  @Override
  public Phrase title() {
    return new Phrase("results.data.drawings");
  }

  @Override
  public boolean isForTraining() {
    return false;
  }

  @Override
  public boolean isDrawnHere() {
    return true;
  }

  @Override
  public boolean isHere(DataSource user) {
    return false;
  }

  @Override
  public List<Path> files(DataSource user) {
    return List.of(user.drawings().file());
  }

  @Override
  public DataSet load(DataSource user, DownloadProgress progress) {
    throw new Problem("problem.drawings.training");
  }

  @Override
  public List<@Nullable String> testWriters(DataSource user) {
    List<@Nullable String> writers = new ArrayList<>();
    user.drawings().all().forEach(kept -> writers.add(kept.writer()));
    return writers;
  }

  @Override
  public Digits loadTest(DataSource user, DownloadProgress progress) {
    return user.drawings().digits();
  }
}
