package dev.inkling.export;

import dev.inkling.support.PythonWith;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * By Keras, or where only PyTorch is installed, by what stands in for it: the layers, optimizers
 * and losses that scripts use, written after Keras' documentation.
 */
class KerasScriptTest extends ScriptTest {
  @Override
  ExportFormat format() {
    return ExportFormat.KERAS;
  }

  @Override
  Optional<PythonWith> python(Path folder) throws IOException {
    Optional<PythonWith> keras = PythonWith.module("keras");
    if (keras.isPresent()) {
      return keras;
    }
    try (InputStream in = getClass().getResourceAsStream("/dev/inkling/export/keras_stand_in.py")) {
      Files.copy(Objects.requireNonNull(in), folder.resolve("keras.py"));
    }
    return PythonWith.module("torch");
  }
}
