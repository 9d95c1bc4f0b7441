package dev.inkling.model;

import com.google.gson.annotations.SerializedName;
import dev.inkling.data.Classes;
import dev.inkling.data.LineAlphabet;
import dev.inkling.image.LineStrip;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.List;

/** What a network reads. */
public enum Task {
  /** One framed digit, or another sign or picture of one of some classes. */
  @SerializedName("digit")
  DIGIT(Stage.IMAGE),

  /** A line of digits and marks, of any width: that here is a usual one. */
  @SerializedName("line")
  LINE(new Size(1, LineStrip.HEIGHT, 192));

  private final Size image;

  Task(Size image) {
    this.image = image;
  }

  /** Size of what it is given. */
  public Size image() {
    return image;
  }

  /**
   * Whether layers give what is needed: as many numbers as there are classes, or columns of them.
   *
   * @param output what the layers give for {@link #image()}
   * @param isFlat whether one of them is dense, which knows one width only
   * @param classes how many there are
   */
  boolean fits(Size output, boolean isFlat, int classes) {
    return switch (this) {
      case DIGIT -> output.count() == classes;
      case LINE ->
          !isFlat && output.height() == 1 && output.channels() == LineOutputs.PARTS * classes;
    };
  }

  /** Whether its outputs can mean this, in order. */
  boolean areClasses(List<String> classes) {
    return switch (this) {
      case DIGIT -> Classes.arePossible(classes);
      case LINE -> classes.equals(LineAlphabet.classes());
    };
  }
}
