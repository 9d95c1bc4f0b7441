package dev.inkling.support;

import dev.inkling.file.AppFolders;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import java.nio.file.Path;

/** The models that ship. */
public final class Shipped {
  private Shipped() {}

  /** A shipped model, by its name. */
  public static Model model(String name) {
    return ModelFolder.read(Path.of(System.getProperty(AppFolders.MODELS)).resolve(name));
  }
}
