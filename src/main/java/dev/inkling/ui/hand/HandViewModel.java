package dev.inkling.ui.hand;

import dev.inkling.data.DrawingStore;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.HandsViewModel;
import dev.inkling.ui.pad.HandsViewModel.Place;
import dev.inkling.ui.pad.PadViewModel;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The hand that draws: the sheet it writes on, and what is learned of it. On the FX thread alone. */
public final class HandViewModel {
  private final HandsViewModel hands;
  private final SheetViewModel sheet;
  private final ObjectProperty<Place> page = new SimpleObjectProperty<>(Place.SHEET);

  /** The hands of a pad. */
  public HandViewModel(
      PadViewModel pad, DrawingStore drawings, Background files, Notices notices) {
    hands = pad.hands();
    sheet = new SheetViewModel(pad, drawings, files, notices.topic("sheet"));
    hands
        .visitProperty()
        .subscribe(
            place -> {
              if (place != null) {
                page.set(place);
              }
            });
  }

  /** The hands there are. */
  public HandsViewModel hands() {
    return hands;
  }

  /** What is written on. */
  public SheetViewModel sheet() {
    return sheet;
  }

  /** Which page is open. */
  public ObjectProperty<Place> pageProperty() {
    return page;
  }

  /** The screen came into view. */
  public void show() {
    sheet.show();
  }
}
