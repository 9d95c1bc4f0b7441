package dev.inkling.model;

import dev.inkling.data.HandStore;
import dev.inkling.data.NamedHand;
import dev.inkling.file.AppFolders;
import dev.inkling.file.Folders;
import dev.inkling.file.WriteProblem;
import dev.inkling.model.ModelCard.Tuned;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that learned a hand: one for each among the user's models, which is replaced when the
 * hand is learned again. What it was before is kept aside, so that each learning can be undone. To
 * be used on a background thread.
 */
public final class HandNetworks {
  /** Where models are that were replaced; a name with a dot is of no model. */
  private static final String FORMER = ".former";

  private static final String SUFFIX = "-hand";

  private final Path models;
  private final ModelLibrary library;
  private final HandStore hands;

  /** The models in a user's folders. */
  public HandNetworks(AppFolders folders, HandStore hands) {
    models = folders.models();
    library = new ModelLibrary(folders);
    this.hands = hands;
  }

  /**
   * The network to learn a hand with: a model itself, or of one that has learned, the one that it
   * learned from, so that nothing adds up and no order matters.
   *
   * @param reader that reads at present
   */
  public Model base(Model reader) {
    Tuned tuned = reader.card().tuned();
    return tuned == null ? reader : ModelFolder.read(library.find(fromWhat(tuned)));
  }

  private String fromWhat(Tuned tuned) {
    boolean isThere = library.list().stream().anyMatch(entry -> entry.name().equals(tuned.from()));
    return isThere ? tuned.from() : ModelLibrary.DEFAULT;
  }

  /** The card of the model that learned a hand; empty while none did, or it is gone. */
  public Optional<ModelCard> card(NamedHand hand) {
    return folder(hand).map(ModelFolder::readCard);
  }

  /** The folder of the model that learned a hand; empty while none did, or it is gone. */
  public Optional<Path> folder(NamedHand hand) {
    return place(hand).filter(ModelFolder::isModel);
  }

  private Optional<Path> place(NamedHand hand) {
    return Optional.ofNullable(hand.network()).filter(AppFolders::isName).map(models::resolve);
  }

  /** What the model of a hand is called, or will be: a name that no other model has. */
  public String name(NamedHand hand) {
    return folder(hand).isPresent() ? String.valueOf(hand.network()) : free(stem(hand.name()));
  }

  private static String stem(@Nullable String name) {
    return name == null ? "my" : AppFolders.isName(name) ? name : "one";
  }

  private String free(String stem) {
    Set<String> taken = library.list().stream().map(Entry::name).collect(Collectors.toSet());
    return Stream.iterate(1, n -> n + 1)
        .map(n -> n == 1 ? stem + SUFFIX : stem + SUFFIX + "-" + n)
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Writes what has learned a hand among the user's models, in place of what learned it before.
   *
   * @return its name
   * @throws Problem when it cannot be written; then all is as before
   */
  public String use(NamedHand hand, Model learned) {
    String name = learned.card().name();
    Path place = models.resolve(name);
    try {
      if (Files.exists(place)) {
        putAside(place, name);
      }
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", models);
    }
    ModelFolder.write(place, learned);
    hands.put(hand.with(name));
    return name;
  }

  private void putAside(Path place, String name) throws IOException {
    int newest = former(name).stream().mapToInt(HandNetworks::number).max().orElse(0);
    Path aside = models.resolve(FORMER).resolve(name);
    Files.createDirectories(aside);
    ModelFolder.copy(place, aside, String.valueOf(newest + 1));
  }

  /** What a model was before, the newest first. */
  private List<Path> former(String name) {
    Path aside = models.resolve(FORMER).resolve(name);
    if (!Files.isDirectory(aside)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(aside)) {
      return all.filter(path -> path.getFileName().toString().matches("\\d{1,6}"))
          .filter(ModelFolder::isModel)
          .sorted(Comparator.comparingInt(HandNetworks::number).reversed())
          .toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", aside);
    }
  }

  private static int number(Path former) {
    return Integer.parseInt(former.getFileName().toString());
  }

  /**
   * Takes the last learning of a hand back: its model is what it was before, or there is none.
   *
   * @return name of the model to read with instead
   */
  public String undo(NamedHand hand) {
    String name = name(hand);
    Path place = models.resolve(name);
    List<Path> former = former(name);
    try {
      if (!former.isEmpty()) {
        ModelFolder.write(place, ModelFolder.read(former.getFirst()));
        Folders.delete(former.getFirst());
        return name;
      }
      String before =
          card(hand).map(ModelCard::tuned).map(this::fromWhat).orElse(ModelLibrary.DEFAULT);
      hands.put(hand.with(null));
      Folders.delete(place);
      return before;
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", models);
    }
  }

  /** Deletes the model of a hand, and all that it was before. */
  public void remove(NamedHand hand) {
    Optional<Path> place = folder(hand);
    try {
      if (place.isPresent()) {
        Folders.delete(models.resolve(FORMER).resolve(place.get().getFileName()));
        Folders.delete(place.get());
      }
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", models);
    }
  }
}
