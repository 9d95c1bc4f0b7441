package dev.inkling.ui.data;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;

/** Work on data that takes a while, as its view sees it. */
interface Measurement {
  /** True while it is under way. */
  ReadOnlyBooleanProperty workingProperty();

  /** Part that is done, 0…1; below 0 while that is not known. */
  ReadOnlyDoubleProperty progressProperty();
}
