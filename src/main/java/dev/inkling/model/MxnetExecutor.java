package dev.inkling.model;

import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A symbol bound to its arrays, for batches of one size. For the thread that bound it alone. */
final class MxnetExecutor implements AutoCloseable {
  private static final MemorySegment NONE = MemorySegment.NULL;

  /**
   * Held while a symbol is bound. What joins its operators keeps its attributes in a table that all
   * executors share: two threads that bind at once leave the memory of the process damaged.
   */
  private static final Object BINDING = new Object();

  private final MxnetHandles handles = new MxnetHandles();
  private final MxnetArray input;

  /** What comes out, and the loss's gradients by it. */
  private final List<MxnetArray> outputs = new ArrayList<>();

  private final List<MxnetArray> outputGradients = new ArrayList<>();
  private final MemorySegment handle;

  /**
   * Binds a symbol.
   *
   * @param parameters all that it has, by name
   * @param gradients to be written while training, by the parameter's name; empty for no training
   */
  MxnetExecutor(
      MxnetSymbol symbol,
      int batch,
      Map<String, MxnetArray> parameters,
      Map<String, MxnetArray> gradients) {
    Size image = symbol.image();
    try {
      input = handles.add(MxnetArray.zeros(batch, image.channels(), image.height(), image.width()));
      synchronized (BINDING) {
        handle = bind(symbol, parameters, gradients);
      }
      handles.add(() -> MxnetLibrary.FREE_EXECUTOR.call(handle));
      List<int[]> shapes = symbol.outputs(batch);
      List<MemorySegment> all = MxnetLibrary.outputs(handle);
      for (int i = 0; i < all.size(); i++) {
        outputs.add(handles.add(new MxnetArray(all.get(i), shapes.get(i))));
        outputGradients.add(handles.add(MxnetArray.zeros(shapes.get(i))));
      }
    } catch (RuntimeException | Error e) {
      handles.close();
      throw e;
    }
  }

  private MemorySegment bind(
      MxnetSymbol symbol, Map<String, MxnetArray> parameters, Map<String, MxnetArray> gradients) {
    List<MemorySegment> arguments = new ArrayList<>(List.of(input.handle()));
    List<MemorySegment> found = new ArrayList<>(List.of(NONE));
    List<MemorySegment> states = new ArrayList<>();
    for (String name : symbol.shapes().keySet()) {
      if (!Stage.isTrained(name)) {
        states.add(Objects.requireNonNull(parameters.get(name), name).handle());
      } else if (!name.equals(MxnetSymbol.INPUT)) {
        arguments.add(Objects.requireNonNull(parameters.get(name), name).handle());
        found.add(gradients.containsKey(name) ? gradients.get(name).handle() : NONE);
      }
    }
    int[] write = found.stream().mapToInt(gradient -> gradient.equals(NONE) ? 0 : 1).toArray();
    try (Arena arena = Arena.ofConfined()) {
      return MxnetLibrary.BIND.pointer(
          symbol.handle(),
          MxnetLibrary.CPU,
          0,
          0,
          NONE,
          NONE,
          NONE,
          arguments.size(),
          pointers(arena, arguments),
          pointers(arena, found),
          arena.allocateFrom(ValueLayout.JAVA_INT, write),
          states.size(),
          pointers(arena, states),
          NONE);
    }
  }

  private static MemorySegment pointers(Arena arena, List<MemorySegment> all) {
    MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, all.size());
    for (int i = 0; i < all.size(); i++) {
      pointers.setAtIndex(ValueLayout.ADDRESS, i, all.get(i));
    }
    return pointers;
  }

  /**
   * Goes forward.
   *
   * @param images as many as the batch has, or fewer
   * @return {@code width} numbers of the last layer for each image
   */
  float[] forward(float[] images, int count, int width, boolean isTraining) {
    input.write(images, count);
    MxnetLibrary.FORWARD.call(handle, isTraining ? 1 : 0);
    float[] result = new float[count * width];
    outputs.getLast().read(result, count);
    return result;
  }

  /**
   * All that came out, for a whole batch and without lanes. Not before {@link #backward}: MXNet
   * turns what is read, after which it does not find a maximum's way back.
   */
  List<float[]> outputs() {
    return outputs.stream().map(MxnetArray::read).toList();
  }

  /** Goes back from the gradient by what a whole batch's last layer gives. */
  void backward(float[] gradient, int count) {
    outputGradients.getLast().write(gradient, count);
    try (Arena arena = Arena.ofConfined()) {
      List<MemorySegment> gradients = outputGradients.stream().map(MxnetArray::handle).toList();
      MxnetLibrary.BACKWARD.call(handle, gradients.size(), pointers(arena, gradients), 1);
    }
  }

  @Override
  public void close() {
    handles.close();
  }
}
