package dev.inkling.data;

import dev.inkling.text.Phrase;

/** The digits that Inkling writes itself, as a data set. */
record WrittenDigits() implements ImageSource {
  @Override
  public String name() {
    return DataSource.SYNTHETIC;
  }

  @Override
  public Phrase title() {
    return new Phrase("training.data.synthetic");
  }

  @Override
  public boolean isMade() {
    return true;
  }

  @Override
  public boolean isHere(DataSource user) {
    return true;
  }

  @Override
  public int trainingImages(DataSource user) {
    return Synthetic.TRAINING_IMAGES;
  }

  @Override
  public DataSet load(DataSource user, DownloadProgress progress) {
    return Synthetic.dataSet();
  }

  @Override
  public Digits loadTest(DataSource user, DownloadProgress progress) {
    return load(user, progress).test();
  }
}
