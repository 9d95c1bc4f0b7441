package dev.inkling.train;

import dev.inkling.data.Kept;
import dev.inkling.data.SignCollection;
import dev.inkling.data.SignCollections;
import dev.inkling.file.AppFolders;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that learned a collection of signs: one for each among the user's models, which is
 * replaced when it is learned again. They begin with a network that ships, never with what learned
 * before, so that nothing adds up. To be used on a background thread.
 */
public final class SignNetworks {
  private static final String SUFFIX = "-signs";

  private final Path models;
  private final ModelLibrary library;
  private final SignCollections collections;

  /** The models in a user's folders. */
  public SignNetworks(AppFolders folders, SignCollections collections) {
    models = folders.models();
    library = new ModelLibrary(folders);
    this.collections = collections;
  }

  /** What there is to learn, with the network that reads when nobody chose another. */
  public SignTraining.Task task(SignCollection collection, List<Kept> drawings) {
    Model from = ModelFolder.read(library.find(ModelLibrary.DEFAULT));
    return new SignTraining.Task(
        from, drawings, collection.classes(), name(collection), collection.source());
  }

  /** What the model of a collection is called, or will be: a name that no other model has. */
  public String name(SignCollection collection) {
    String known = collection.network();
    return isThere(known) ? String.valueOf(known) : free(collection.name() + SUFFIX);
  }

  private boolean isThere(@Nullable String network) {
    return network != null
        && AppFolders.isName(network)
        && ModelFolder.isModel(models.resolve(network));
  }

  private String free(String stem) {
    Set<String> taken = library.list().stream().map(Entry::name).collect(Collectors.toSet());
    return Stream.iterate(1, n -> n + 1)
        .map(n -> n == 1 ? stem : stem + "-" + n)
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Writes what has learned a collection among the user's models, in place of what did before.
   *
   * @return its name
   * @throws dev.inkling.text.Problem when it cannot be written
   */
  public String use(SignCollection collection, Model learned) {
    String name = learned.card().name();
    ModelFolder.write(models.resolve(name), learned);
    collections.find(collection.name()).ifPresent(now -> collections.put(now.with(name)));
    return name;
  }

  /**
   * Gives a sign another name: in the collection, and in the model that has learned it.
   *
   * @throws dev.inkling.text.Problem when it cannot be called so, or cannot be written
   */
  public void renameSign(SignCollection collection, String sign, String to) {
    SignCollection now = collections.renameSign(collection.name(), sign, to);
    String network = now.network();
    if (network != null && isThere(network)) {
      Model learned = ModelFolder.read(models.resolve(network));
      if (learned.card().classes().equals(collection.classes())) {
        ModelFolder.write(
            models.resolve(network), learned.with(learned.card().withClasses(now.classes())));
      }
    }
  }
}
