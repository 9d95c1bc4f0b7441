package dev.inkling.model;

import com.google.gson.annotations.SerializedName;
import dev.inkling.data.LineAlphabet;
import dev.inkling.image.LineStrip;
import java.util.List;

/** What a network reads. */
public enum Task {
  /** One framed digit. */
  @SerializedName("digit")
  DIGIT(Stage.IMAGE, ModelFolder.CLASSES),

  /** A line of digits and marks, of any width: that here is a usual one. */
  @SerializedName("line")
  LINE(new Layer.Size(1, LineStrip.HEIGHT, 192), LineAlphabet.classes());

  private final Layer.Size image;
  private final List<String> classes;

  Task(Layer.Size image, List<String> classes) {
    this.image = image;
    this.classes = classes;
  }

  /** Size of what it is given. */
  public Layer.Size image() {
    return image;
  }

  /**
   * Whether layers give what is needed: as many numbers as there are classes, or columns of them.
   *
   * @param output what the layers give for {@link #image()}
   * @param isFlat whether one of them is dense, which knows one width only
   */
  boolean fits(Layer.Size output, boolean isFlat) {
    return switch (this) {
      case DIGIT -> output.count() == classes.size();
      case LINE ->
          !isFlat
              && output.height() == 1
              && output.channels() == LineOutputs.PARTS * classes.size();
    };
  }

  /** What its outputs mean, in order. */
  public List<String> classes() {
    return classes;
  }
}
