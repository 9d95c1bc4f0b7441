package dev.inkling.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A model's folder as it is now: a model that is trained again under its name is another one.
 *
 * @param folder of the model
 * @param changed when its parameters were written; the beginning of time while there are none
 */
public record ModelVersion(Path folder, FileTime changed) {
  /** The present version. */
  public static ModelVersion of(Path folder) throws IOException {
    Path parameters = ModelFolder.file(folder, ModelFolder.PARAMETERS);
    return new ModelVersion(
        folder,
        Files.exists(parameters) ? Files.getLastModifiedTime(parameters) : FileTime.fromMillis(0));
  }
}
