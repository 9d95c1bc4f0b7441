package dev.inkling.model;

import dev.inkling.image.GreyImage;
import dev.inkling.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/** Reads lines with a network of its own. Safe to call from any thread, one call at a time. */
public final class LineNetwork implements AutoCloseable {
  /** Lines that go through the network at once. */
  private static final int BATCH = 16;

  private final Model model;
  private final Backend backend;
  private final List<Layer> layers;

  /** Copies a model's weights into the engine. */
  public LineNetwork(Model model) {
    this.model = model;
    layers = model.card().parsedLayers();
    backend = Backend.of(layers, Task.LINE.image(), model.weights(), false);
  }

  /** The model this reads with. */
  public Model model() {
    return model;
  }

  /**
   * What stands in the columns of lines.
   *
   * @param lines all of one width, as high as {@link Task#LINE} says
   * @return for each line its columns, with the probabilities of the classes
   */
  public synchronized List<double[][]> columns(List<GreyImage> lines) {
    List<double[][]> result = new ArrayList<>(lines.size());
    for (int from = 0; from < lines.size(); from += BATCH) {
      add(lines.subList(from, Math.min(lines.size(), from + BATCH)), result);
    }
    return result;
  }

  private void add(List<GreyImage> lines, List<double[][]> result) {
    int size = lines.getFirst().ink().length;
    float[] input = new float[lines.size() * size];
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).write(input, i * size);
    }
    model.card().normalization().apply(input, 0, input.length);
    float[] values = backend.forward(input, lines.size());
    LineOutputs outputs = outputs(lines.getFirst().width());
    for (int i = 0; i < lines.size(); i++) {
      result.add(outputs.probabilities(values, i));
    }
  }

  private LineOutputs outputs(int width) {
    return LineOutputs.of(layers, width);
  }

  @Override
  public synchronized void close() {
    backend.close();
  }
}
