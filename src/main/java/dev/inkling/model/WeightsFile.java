package dev.inkling.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.inkling.file.AtomicFile;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.text.Problem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Weights in NumPy's npz format: a zip of one array each, which {@code numpy.load} reads too. */
public final class WeightsFile {
  /** What may come out of a file besides the arrays that are wanted. */
  private static final long MAX_OTHER_BYTES = 64 << 20;

  private static final String SUFFIX = ".npy";

  private WeightsFile() {}

  /**
   * Reads the arrays of a file that are wanted, and passes over others. Memory is taken only for an
   * array that has the shape it should have, whatever the file says of its sizes.
   *
   * @param wanted the shape of each array by its name
   * @return these arrays, in this order
   * @throws Problem when the file is damaged or cut short, an array is missing or has another
   *     shape, or more than {@value #MAX_OTHER_BYTES} bytes of other things come out of it
   */
  public static Weights read(Path file, Map<String, long[]> wanted) {
    Map<String, Tensor> found = new HashMap<>();
    try (InputStream in = Files.newInputStream(file)) {
      read(new ZipInputStream(new BufferedInputStream(in, 1 << 16)), file, wanted, found);
    } catch (IOException | IllegalArgumentException e) { // the second for names that are no text
      throw new Problem(e, "problem.model.damaged", file);
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (String name : wanted.keySet()) {
      Tensor tensor = found.get(name);
      if (tensor == null) {
        throw new Problem("problem.model.truncated", file, name);
      }
      tensors.put(name, tensor);
    }
    return new Weights(tensors);
  }

  private static void read(
      ZipInputStream zip, Path file, Map<String, long[]> wanted, Map<String, Tensor> found)
      throws IOException {
    long others = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      name = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
      long[] shape = wanted.get(name);
      if (shape == null) {
        others = skip(zip, others, file);
      } else if (found.put(name, tensor(zip, file, name, shape)) != null) {
        throw new StreamCorruptedException(name + " twice");
      }
    }
  }

  /** Counts on; a zip would unpack all of an entry that nobody reads. */
  private static long skip(InputStream in, long before, Path file) throws IOException {
    byte[] buffer = new byte[1 << 13];
    long bytes = before;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      if (bytes > MAX_OTHER_BYTES) {
        throw new Problem("problem.model.bytes", file, MAX_OTHER_BYTES >> 20);
      }
    }
    return bytes;
  }

  private static Tensor tensor(InputStream entry, Path file, String name, long[] wanted)
      throws IOException {
    DataInputStream in = new DataInputStream(entry);
    long[] shape = NpyHeader.readShape(in);
    if (!Arrays.equals(shape, wanted)) {
      throw new Problem("problem.model.shape", file, name, new Shape(shape), new Shape(wanted));
    }
    float[] values = new float[Math.toIntExact(new Shape(shape).size())];
    byte[] bytes = in.readNBytes(values.length * Float.BYTES);
    if (bytes.length < values.length * Float.BYTES) {
      throw new EOFException(name);
    }
    if (in.read() >= 0) { // which makes the zip compare its checksum, too
      throw new StreamCorruptedException(name + " goes on");
    }
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return new Tensor(shape, values);
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
