package dev.inkling.model;

import dev.inkling.kernel.Loss;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * On MXNet, a whole network bound at once, as {@link MxnetBackend} does. Zeros are added to the
 * input and to what each layer puts out: the loss's gradient by these is that by what they are
 * added to, whatever the layers behind do with it.
 */
final class MxnetTraced implements Traced {
  private final MxnetHandles handles = new MxnetHandles();
  private final List<Stage> stages;
  private final boolean isTraining;
  private final MxnetSymbol symbol;
  private final Map<String, MxnetArray> parameters = new LinkedHashMap<>();
  private final Map<String, MxnetArray> gradients = new HashMap<>();
  private @Nullable Batch newest;

  MxnetTraced(List<Layer> layers, Weights weights, boolean isTraining) {
    this.isTraining = isTraining;
    stages = Stage.of(layers);
    Network.check(layers, Stage.IMAGE, weights);
    try {
      symbol = handles.add(MxnetSymbol.traced(stages, isTraining));
      for (String name : Network.shapes(layers).keySet()) {
        int[] shape = Objects.requireNonNull(symbol.shapes().get(name), name);
        parameters.put(name, handles.add(MxnetArray.zeros(shape)));
        // One at least: of a network without any, MXNet would join layers, and what is between them
        // would not come out.
        if (Stage.isTrained(name) && (isTraining || gradients.isEmpty())) {
          gradients.put(name, handles.add(MxnetArray.zeros(shape)));
        }
      }
      write(weights);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** What is bound for as many images as there are at a time. */
  private final class Batch implements AutoCloseable {
    private final int count;
    private final MxnetHandles handles = new MxnetHandles();
    private final List<MxnetArray> ofValues = new ArrayList<>();
    private final MxnetExecutor executor;

    Batch(int count) {
      this.count = count;
      Map<String, MxnetArray> all = new HashMap<>(parameters);
      Map<String, MxnetArray> found = new HashMap<>(gradients);
      for (int value = 0; isTraining && value <= stages.size(); value++) {
        int[] shape = symbol.shape(value, count);
        all.put(MxnetSymbol.probe(value), handles.add(MxnetArray.zeros(shape)));
        ofValues.add(handles.add(MxnetArray.zeros(shape)));
        found.put(MxnetSymbol.probe(value), ofValues.getLast());
      }
      executor = new MxnetExecutor(symbol, count, all, found);
    }

    @Override
    public void close() {
      executor.close();
      handles.close();
    }
  }

  private Batch batch(int count) {
    Batch known = newest;
    if (known != null && known.count == count) {
      return known;
    }
    if (known != null) {
      known.close();
      newest = null;
    }
    Batch made = new Batch(count);
    newest = made;
    return made;
  }

  @Override
  public void write(Weights weights) {
    parameters.forEach((name, array) -> array.write(weights.tensor(name).values()));
  }

  @Override
  public List<float[]> forward(float[] input, int count) {
    Batch batch = batch(count);
    batch.executor.forward(input, count, symbol.width(), false);
    return batch.executor.outputs();
  }

  @Override
  public Passed backward(float[] input, int count, Loss loss) {
    Batch batch = batch(count);
    float[] outputs = batch.executor.forward(input, count, symbol.width(), true);
    batch.executor.backward(loss.gradient(outputs, 0), count);
    List<float[]> back = batch.ofValues.stream().map(MxnetArray::read).toList();
    Map<String, float[]> ofParameters = new LinkedHashMap<>();
    for (String name : parameters.keySet()) {
      if (Stage.isTrained(name)) {
        ofParameters.put(name, Objects.requireNonNull(gradients.get(name), name).read());
      }
    }
    return new Passed(
        batch.executor.outputs(), back.getFirst(), back.subList(1, back.size()), ofParameters);
  }

  @Override
  public void close() {
    if (newest != null) {
      newest.close();
      newest = null;
    }
    handles.close();
  }
}
