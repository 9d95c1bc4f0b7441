package dev.inkling.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.NamedPath;
import dev.inkling.file.WriteProblem;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folders with images that a person chose, the newest first, in a file: none is asked for twice,
 * whatever screen or command wants images. One of them may be where MNIST is. Thread-safe.
 */
public final class ImageFolders {
  /** More than anybody chooses between; the oldest is left out for a new one. */
  private static final int MOST = 8;

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final @Nullable Path file;
  private Chosen chosen;

  /** What the file holds; either may be missing there. */
  private record Chosen(@Nullable List<String> folders, @Nullable String mnist) {
    List<String> names() {
      return folders == null
          ? List.of()
          : folders.stream().filter(Objects::nonNull).filter(NamedPath::isPossible).toList();
    }
  }

  /** The folders that a file names; one that is missing or damaged names none. */
  public ImageFolders(Path file) {
    this.file = file;
    chosen = read(file);
  }

  private ImageFolders() {
    file = null;
    chosen = new Chosen(List.of(), null);
  }

  /** Folders that are forgotten when the program ends. */
  static ImageFolders inMemory() {
    return new ImageFolders();
  }

  private static Chosen read(Path file) {
    try {
      Chosen read = GSON.fromJson(Files.readString(file), Chosen.class);
      return read == null ? new Chosen(List.of(), null) : read;
    } catch (IOException | JsonParseException e) {
      return new Chosen(List.of(), null);
    }
  }

  /** The folders that were chosen, absolute, the newest first. */
  public synchronized List<String> all() {
    return chosen.names();
  }

  /** Where MNIST was found when that folder was chosen; it may have gone since. */
  synchronized Optional<Path> mnist() {
    return Optional.ofNullable(chosen.mnist).filter(NamedPath::isPossible).map(NamedPath::of);
  }

  /**
   * Remembers a folder. It is known from now on even where it cannot be kept.
   *
   * @param folder absolute
   * @throws Problem when the file cannot be written
   */
  synchronized void add(Path folder, boolean isMnist) {
    String name = folder.toString();
    Chosen before = file == null ? chosen : read(file); // another program may have added one
    List<String> names =
        Stream.concat(Stream.of(name), before.names().stream()).distinct().limit(MOST).toList();
    keep(new Chosen(names, isMnist ? name : before.mnist));
  }

  /** MNIST is not any more where it was. */
  synchronized void forgetMnist() {
    keep(new Chosen(chosen.folders, null));
  }

  private void keep(Chosen now) {
    chosen = now;
    if (file != null) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, GSON.toJson(now) + "\n");
      } catch (IOException e) {
        throw WriteProblem.of(e, "problem.settings.unwritable", file.resolveSibling(""));
      }
    }
  }
}
