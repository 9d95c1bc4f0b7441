package dev.inkling.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.text.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights in NumPy's npz format: a zip of one array each, which {@code numpy.load} reads too. */
public final class WeightsFile {
  private WeightsFile() {}

  /**
   * Reads a file.
   *
   * @throws Problem when it is damaged or cut short
   */
  public static Weights read(Path file) {
    try (NDManager manager = EngineSetup.newManager()) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      byte[] bytes = Files.readAllBytes(file);
      for (NDArray array : NDList.decode(manager, new ByteArrayInputStream(bytes))) {
        if (array.getDataType() != DataType.FLOAT32) {
          throw new Problem("problem.model.damaged", file);
        }
        tensors.put(array.getName(), new Tensor(array.getShape().getShape(), array.toFloatArray()));
      }
      return new Weights(tensors);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new Problem(e, "problem.model.damaged", file);
    }
  }

  /** Writes a file beside its place and then moves it there. */
  public static void write(Path file, Weights weights) throws IOException {
    AtomicFile.write(file, out -> write(out, weights));
  }

  private static void write(OutputStream out, Weights weights) throws IOException {
    try (NDManager manager = EngineSetup.newManager()) {
      NDList list = new NDList();
      weights
          .tensors()
          .forEach(
              (name, tensor) -> {
                NDArray array = manager.create(tensor.values(), new Shape(tensor.shape()));
                array.setName(name);
                list.add(array);
              });
      list.encode(out, NDList.Encoding.NPZ);
    }
  }
}
