package dev.inkling.model;

import dev.inkling.data.HandStore;
import dev.inkling.data.NamedHand;
import dev.inkling.file.AppFolders;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.Bin;
import dev.inkling.file.Folders;
import dev.inkling.file.WriteProblem;
import dev.inkling.model.ModelCard.Tuned;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that learned a hand: one for each among the user's models, which is replaced when the
 * hand is learned again. What it was before is kept aside, so that each learning can be undone. To
 * be used on a background thread.
 */
public final class HandNetworks {
  /** In the folder of a hand that was removed: its model, and what that was before. */
  private static final String NETWORK = "network";

  private static final String FORMER = "former";

  private static final String SUFFIX = "-hand";

  private final Path models;
  private final ModelLibrary library;
  private final FormerModels former;
  private final HandStore hands;

  /** The models in a user's folders. */
  public HandNetworks(AppFolders folders, HandStore hands) {
    models = folders.models();
    library = new ModelLibrary(folders);
    former = new FormerModels(models);
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

  /**
   * The card of the model that learned a hand; empty while none did, or it is gone.
   *
   * @throws Problem when it is damaged; it can be undone, or learned again, all the same
   */
  public Optional<ModelCard> card(NamedHand hand) {
    return read(hand, ModelFolder::readCard);
  }

  /** All of that model, likewise. */
  public Optional<Model> model(NamedHand hand) {
    return read(hand, ModelFolder::read);
  }

  private <T> Optional<T> read(NamedHand hand, Function<Path, T> reader) {
    try {
      return folder(hand).map(reader);
    } catch (Problem e) {
      Object whose = NamedHand.called(hand.name());
      throw new Problem(e, "problem.hand.damaged", whose, e.phrase());
    }
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
   * Meanwhile another model may have got the name that it had in mind; then it gets another.
   *
   * @return its name
   * @throws Problem when the hand is gone, or it cannot be written; then all is as before
   */
  public String use(NamedHand hand, Model learned) {
    NamedHand now =
        hands
            .hands()
            .named(hand.name())
            .orElseThrow(() -> new Problem("problem.hand.gone", String.valueOf(hand.name())));
    String name = name(now);
    Path place = models.resolve(name);
    try {
      former.keep(place, name);
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", models);
    }
    ModelFolder.write(place, learned.named(name));
    hands.put(now.with(name));
    return name;
  }

  /**
   * Takes the last learning of a hand back: its model is what it was before, or there is none.
   *
   * @return name of the model to read with instead
   */
  public String undo(NamedHand hand) {
    String name = name(hand);
    Path place = models.resolve(name);
    try {
      if (former.putBack(place, name)) {
        return name;
      }
      String before = before(hand);
      hands.put(hand.with(null));
      Folders.delete(place);
      return before;
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", models);
    }
  }

  private String before(NamedHand hand) {
    try {
      return card(hand).map(ModelCard::tuned).map(this::fromWhat).orElse(ModelLibrary.DEFAULT);
    } catch (Problem damaged) { // which is known to whoever undoes it
      return ModelLibrary.DEFAULT;
    }
  }

  /** Moves the model of a hand that is removed into a folder, and all that it was before. */
  public void moveOut(NamedHand hand, Path to) {
    Optional<Path> model = place(hand).filter(Files::isDirectory);
    if (model.isPresent()) {
      Path before = former.of(model.get().getFileName().toString());
      Bin.move(model.get(), to, NETWORK);
      if (Files.isDirectory(before)) {
        Bin.move(before, to, FORMER);
      }
    }
  }

  /**
   * Moves the model of a hand that is brought back among the user's, and all that it was before,
   * under another name where its own is taken.
   *
   * @param hand as it is here; one that has a model keeps that
   * @param name of the model before; null where there was none
   */
  public void moveIn(NamedHand hand, @Nullable String name, Path from) {
    Path model = from.resolve(NETWORK);
    if (!Files.isDirectory(model)) {
      return;
    }
    String wanted = name != null && AppFolders.isName(name) ? name : stem(hand.name()) + SUFFIX;
    Set<String> taken = library.list().stream().map(Entry::name).collect(Collectors.toSet());
    try {
      String now = Folders.move(model, models, wanted, taken).getFileName().toString();
      if (Files.isDirectory(from.resolve(FORMER))) {
        former.moveIn(from.resolve(FORMER), now);
      }
      rename(models.resolve(now), now);
      if (folder(hand).isEmpty()) {
        hands.put(hand.with(now));
      }
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", models);
    }
  }

  private static void rename(Path model, String name) throws IOException {
    try {
      ModelCard card = ModelFolder.readCard(model);
      AtomicFile.write(
          ModelFolder.file(model, ModelFolder.CARD), ModelFolder.text(card.named(name)));
    } catch (Problem damaged) {
      // It comes back as it was.
    }
  }
}
