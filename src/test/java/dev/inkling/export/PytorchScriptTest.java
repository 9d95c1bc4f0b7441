package dev.inkling.export;

import dev.inkling.support.PythonWith;
import java.nio.file.Path;
import java.util.Optional;

/** By PyTorch. */
class PytorchScriptTest extends ScriptTest {
  @Override
  ExportFormat format() {
    return ExportFormat.PYTORCH;
  }

  @Override
  Optional<PythonWith> python(Path folder) {
    return PythonWith.module("torch");
  }
}
