package dev.inkling.model;

import java.util.List;

/**
 * What stands in model.json: how a model is built, how it was made and what was measured, for
 * people and for programs.
 *
 * @param name of the model, its folder's name
 * @param architecture that it was trained as
 * @param layers in their text forms, from the input to the output
 * @param normalization of its input
 * @param classes what its outputs mean, in order
 * @param parameterCount number of parameters that training changed
 * @param recipe that it was trained by
 * @param data that it was trained on
 * @param epochs whole epochs that were trained
 * @param date when the last epoch ended, ISO 8601
 * @param engine and version that trained it
 * @param validation measured on held-out training images after the last epoch
 * @param test measured once on the test images, null when it was not
 */
public record ModelCard(
    String name,
    String architecture,
    List<String> layers,
    Normalization normalization,
    List<String> classes,
    long parameterCount,
    Recipe recipe,
    String data,
    int epochs,
    String date,
    String engine,
    Score validation,
    Score test) {

  /**
   * What was measured on a set of images.
   *
   * @param count of images
   * @param accuracy part read right, 0…1
   * @param loss mean cross-entropy, in nats
   * @param command that measures it again
   */
  public record Score(int count, double accuracy, double loss, String command) {}

  /** This card with what was measured on the test images. */
  public ModelCard withTest(Score measured) {
    return with(name, measured);
  }

  /** This card under another name. */
  public ModelCard named(String newName) {
    return with(newName, test);
  }

  private ModelCard with(String newName, Score newTest) {
    return new ModelCard(
        newName,
        architecture,
        layers,
        normalization,
        classes,
        parameterCount,
        recipe,
        data,
        epochs,
        date,
        engine,
        validation,
        newTest);
  }

  /** The layers as data. */
  public List<Layer> parsedLayers() {
    return layers.stream().map(Layer::parse).toList();
  }
}
