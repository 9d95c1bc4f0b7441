package dev.inkling.cli;

import dev.inkling.file.AppFolders;
import dev.inkling.file.Leftovers;
import dev.inkling.file.TryLock;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelFolder;
import dev.inkling.run.Run;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a training leaves its model in, and that no other training writes to meanwhile.
 * It is made with its first model.
 */
final class ModelPlace implements AutoCloseable {
  private final Path folder;
  private final TryLock lock;
  private boolean isModelOurs;

  private ModelPlace(Path folder, TryLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes a folder, or a place where there is none yet.
   *
   * @throws Problem when nothing can be written there, or another training has it
   */
  static ModelPlace at(Path folder, AppFolders folders) {
    try {
      Path parent = somethingThere(folder);
      if (folder.toAbsolutePath().normalize().getFileName() == null) {
        throw new UsageProblem("problem.model.name", folder); // as the root has none
      }
      // An hour later is too late to hear of it.
      Files.delete(Files.createFile(Leftovers.newName(parent)));
      return lock(folder, folders)
          .map(lock -> new ModelPlace(folder, lock))
          .orElseThrow(() -> new Problem("problem.model.locked", folder));
    } catch (IOException e) {
      throw new Problem(e, "problem.folder.unwritable", folder);
    }
  }

  /** Takes NAME among the user's models, or where that is taken NAME-2, NAME-3 and so on. */
  static ModelPlace free(String name, AppFolders folders) {
    Path models = folders.models();
    for (int n = 1; ; n++) {
      Path free = models.resolve(n == 1 ? name : name + "-" + n);
      try {
        Optional<TryLock> lock = Files.exists(free) ? Optional.empty() : lock(free, folders);
        if (lock.isPresent()) {
          Files.createDirectories(models);
          return new ModelPlace(free, lock.get());
        }
      } catch (IOException e) {
        throw new Problem(e, "problem.folder.unwritable", free);
      }
    }
  }

  /** The lock is not in the folder, which may not be there yet, and belongs to the user. */
  private static Optional<TryLock> lock(Path folder, AppFolders folders) throws IOException {
    Path there = somethingThere(folder);
    Path real = there.toRealPath().resolve(there.relativize(folder.toAbsolutePath().normalize()));
    UUID name = UUID.nameUUIDFromBytes(real.toString().getBytes(StandardCharsets.UTF_8));
    Path locks = Files.createDirectories(folders.data().resolve("locks"));
    return TryLock.takeSurely(locks, name + Leftovers.LOCK);
  }

  /** The folder itself, or of those it is to be in the nearest that is there. */
  private static Path somethingThere(Path folder) throws IOException {
    Path there = folder.toAbsolutePath().normalize();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null) {
      throw new IOException("no folder: " + folder);
    }
    return there;
  }

  /** The folder, as it was named. */
  Path folder() {
    return folder;
  }

  /** The folder's name, which is the model's name too. */
  String name() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  /**
   * Saves a model of a run. Another one that is there is copied aside first.
   *
   * @param run that it is of, or null for none that is kept
   * @return where that is now, if there was one
   * @throws Problem when the folder cannot be written
   */
  Optional<Path> save(Model model, @Nullable Run run) {
    boolean isOld = !isModelOurs && (run == null || !isOf(run, folder));
    Path old = isOld ? copyAside() : null;
    ModelFolder.write(folder, model.named(name()));
    isModelOurs = true;
    return Optional.ofNullable(old);
  }

  private @Nullable Path copyAside() {
    boolean isNothingThere =
        !ModelFolder.isModel(folder)
            && !Files.exists(folder.resolve(ModelFolder.CARD))
            && !Files.exists(folder.resolve(ModelFolder.PARAMETERS));
    Path parent = Objects.requireNonNull(folder.toAbsolutePath().normalize().getParent(), "root");
    return isNothingThere ? null : ModelFolder.copy(folder, parent, name() + "-old");
  }

  /** True when a folder holds the model of an epoch of a run. */
  static boolean isOf(Run run, Path folder) {
    try {
      if (!ModelFolder.isModel(folder)) {
        return false;
      }
      ModelCard card = ModelFolder.readCard(folder);
      return run.made(card)
          && Objects.equals(
              card.validation(), ModelFolder.readCard(run.checkpoint(card.epochs())).validation());
    } catch (Problem e) {
      return false; // a damaged one is copied aside like a stranger's
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
