package dev.inkling.spark;

import dev.inkling.file.Folders;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/**
 * The files of a model, to be sent to where it reads.
 *
 * @param digest what tells these files from any others: SHA-256 of both, in hexadecimal digits
 * @param card its model.json
 * @param parameters its parameters.npz
 */
@SuppressWarnings("ArrayRecordComponent") // sent, and not compared
record ModelFiles(String digest, byte[] card, byte[] parameters) implements Serializable {
  private ModelFiles(byte[] card, byte[] parameters) {
    this(digest(card, parameters), card, parameters);
  }

  /**
   * The network for lines, which ships.
   *
   * @throws Problem when it cannot be read
   */
  static ModelFiles lines() {
    return of(Architecture.LINE.name(), new Configuration());
  }

  /**
   * A model's files.
   *
   * @param nameOrFolder of a model that ships, or of one on a file system that Hadoop knows
   * @throws Problem when there is none
   */
  static ModelFiles of(String nameOrFolder, Configuration hadoop) {
    try {
      ModelFiles shipped = shipped(nameOrFolder);
      return shipped != null ? shipped : kept(nameOrFolder, hadoop);
    } catch (IOException | IllegalArgumentException e) {
      throw new Problem(e, "problem.spark.model", nameOrFolder);
    }
  }

  private static @Nullable ModelFiles shipped(String name) throws IOException {
    byte[] card = resource(name, ModelFolder.CARD);
    byte[] parameters = resource(name, ModelFolder.PARAMETERS);
    return card == null || parameters == null ? null : new ModelFiles(card, parameters);
  }

  private static byte @Nullable [] resource(String model, String file) throws IOException {
    try (InputStream in = ModelFiles.class.getResourceAsStream("models/" + model + "/" + file)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  private static ModelFiles kept(String folder, Configuration hadoop) throws IOException {
    return new ModelFiles(
        file(folder, ModelFolder.CARD, hadoop), file(folder, ModelFolder.PARAMETERS, hadoop));
  }

  private static byte[] file(String folder, String name, Configuration hadoop) throws IOException {
    var path = new org.apache.hadoop.fs.Path(folder, name);
    FileSystem files = path.getFileSystem(hadoop);
    try (InputStream in = files.open(path)) {
      return in.readAllBytes();
    }
  }

  private static String digest(byte[] card, byte[] parameters) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(card);
      digest.update(parameters);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has it", e);
    }
  }

  /**
   * The model.
   *
   * @throws Problem when it is none
   */
  Model read() {
    try {
      Path folder = Files.createTempDirectory("inkling-model");
      try {
        Files.write(folder.resolve(ModelFolder.CARD), card);
        Files.write(folder.resolve(ModelFolder.PARAMETERS), parameters);
        return ModelFolder.read(folder);
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new Problem(e, "problem.spark.temporary", String.valueOf(e.getMessage()));
    }
  }
}
