package dev.inkling.model;

import com.google.gson.annotations.SerializedName;
import dev.inkling.data.LineAlphabet;
import dev.inkling.data.LineWriter;
import java.util.List;

/** What a network reads. */
public enum Task {
  /** One framed digit. */
  @SerializedName("digit")
  DIGIT(Stage.IMAGE, ModelFolder.CLASSES),

  /** A line of digits and marks, of any width: that here is a usual one. */
  @SerializedName("line")
  LINE(new Layer.Size(1, LineWriter.HEIGHT, 192), LineAlphabet.classes());

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

  /** What its outputs mean, in order. */
  public List<String> classes() {
    return classes;
  }
}
