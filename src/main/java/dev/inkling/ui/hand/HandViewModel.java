package dev.inkling.ui.hand;

import dev.inkling.data.DataSource;
import dev.inkling.model.HandNetworks;
import dev.inkling.pack.RemovedHands;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.HandsViewModel.Place;
import dev.inkling.ui.pad.PadViewModel;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The hand that draws: the sheet it writes on, and what is learned of it. On the FX thread alone.
 */
public final class HandViewModel {
  private final PadViewModel pad;
  private final HandsViewModel hands;
  private final SheetViewModel sheet;
  private final LearningViewModel learning;
  private final HandFilesViewModel handFiles;
  private final ObjectProperty<Place> page = new SimpleObjectProperty<>(Place.SHEET);

  /**
   * The hands of a pad.
   *
   * @param source has the drawings, and MNIST where it is here
   * @param networks that have learned a hand
   * @param learner where one learns
   */
  public HandViewModel(
      PadViewModel pad,
      DataSource source,
      HandNetworks networks,
      Background learner,
      Background files,
      Notices notices) {
    this.pad = pad;
    hands = pad.hands();
    sheet = new SheetViewModel(pad, source.drawings(), files, notices.topic("sheet"));
    learning =
        new LearningViewModel(pad, source, networks, learner, files, notices.topic("learning"));
    sheet.undoableProperty().subscribe(isWritten -> prepare(isWritten));
    handFiles =
        new HandFilesViewModel(
            pad,
            networks,
            new RemovedHands(source.drawings(), networks),
            files,
            notices.topic("packed hands"));
    hands
        .visitProperty()
        .subscribe(
            place -> {
              if (place != null) {
                page.set(place);
              }
            });
  }

  private void prepare(boolean isWritten) {
    if (isWritten) {
      learning.prepare();
    }
  }

  /** The pad, which is read while the hand is learned. */
  PadViewModel pad() {
    return pad;
  }

  /** The hands there are. */
  public HandsViewModel hands() {
    return hands;
  }

  /** What is written on. */
  public SheetViewModel sheet() {
    return sheet;
  }

  /** What is learned of it. */
  public LearningViewModel learning() {
    return learning;
  }

  /** Hands that go into files, or away. */
  public HandFilesViewModel files() {
    return handFiles;
  }

  /** Which page is open. */
  public ObjectProperty<Place> pageProperty() {
    return page;
  }

  /** The screen came into view. */
  public void show() {
    sheet.show();
    learning.show();
    pad.lookAtNetwork();
    handFiles.load();
  }
}
