package dev.inkling.ui.pad;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.HandStore;
import dev.inkling.data.HandStore.Hands;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.model.ModelCard;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.IntPredicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Whose drawings are kept: the hands there are, and the one that draws. On the FX thread alone. */
public final class HandsViewModel {
  private final DrawingStore drawings;
  private final HandStore store;
  private final ObservableValue<@Nullable ModelCard> card;
  private final Background files;
  private final Notices.Topic topic;

  // Properties
  private final ReadOnlyObjectWrapper<Hands> hands = new ReadOnlyObjectWrapper<>(Hands.NONE);
  private final ReadOnlyObjectWrapper<NamedHand> chosen =
      new ReadOnlyObjectWrapper<>(NamedHand.UNNAMED);
  private final ReadOnlyObjectWrapper<List<Kept>> drawn = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Place> visit = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Learning> learning = new SimpleObjectProperty<>();

  /** Where a hand can be seen. */
  public enum Place {
    /** The sheet that it writes on. */
    SHEET,
    /** Where it is learned. */
    LEARNING
  }

  /**
   * How far a learning is that goes on.
   *
   * @param part of it that is done, 0…1
   * @param now what the network that learns reads on the pad, or null
   */
  public record Learning(double part, @Nullable Recognition now) {}

  private record Found(Hands hands, List<Kept> drawings) {}

  /**
   * The hand without a name, until {@link #load}.
   *
   * @param card of the network that reads
   */
  HandsViewModel(
      DrawingStore drawings,
      ObservableValue<@Nullable ModelCard> card,
      Background files,
      Notices.Topic topic) {
    this.drawings = drawings;
    this.card = card;
    this.files = files;
    this.topic = topic;
    store = drawings.hands();
  }

  /** All hands. */
  public ReadOnlyObjectProperty<Hands> handsProperty() {
    return hands.getReadOnlyProperty();
  }

  /** The hand that draws; what is kept is kept as its. */
  public ReadOnlyObjectProperty<NamedHand> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** All that is kept of the hand that draws, the oldest first. */
  public ReadOnlyObjectProperty<List<Kept>> drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /** The card of the network that reads, which {@link #tally} goes by; null while none does. */
  public ObservableValue<@Nullable ModelCard> readerProperty() {
    return card;
  }

  /** Where somebody wants to see the hand, or null. */
  public ReadOnlyObjectProperty<@Nullable Place> visitProperty() {
    return visit.getReadOnlyProperty();
  }

  /** How a hand is learned at the moment; null while none is. */
  public ObjectProperty<@Nullable Learning> learningProperty() {
    return learning;
  }

  /** How the network that reads did read this hand, of all digits. */
  public HandTally tally() {
    return tally(_ -> true);
  }

  /** The same of one digit. */
  public HandTally tally(int label) {
    return tally(each -> each == label);
  }

  private HandTally tally(IntPredicate isAsked) {
    List<Kept> asked = drawn.get().stream().filter(kept -> isAsked.test(kept.label())).toList();
    return HandTally.of(asked, card.getValue());
  }

  // Commands

  /** Looks what hands there are and what is kept of them. */
  public void load() {
    files.run(this::find, this::show, topic::fail);
  }

  private Found find() {
    List<Kept> all = drawings.all();
    return new Found(store.hands(all), all);
  }

  private void show(Found found) {
    hands.set(found.hands);
    NamedHand draws = found.hands.chosen();
    List<Kept> its = found.drawings.stream().filter(kept -> draws.is(kept.writer())).toList();
    if (chosen.get().is(draws.name())) {
      drawn.set(its);
      chosen.set(draws);
    } else {
      drawn.set(List.of()); // nobody shall see the drawings of another hand as this one's
      chosen.set(draws);
      drawn.set(its);
    }
  }

  /** A drawing was written to the file, anew or with something else: no need to read it all. */
  public void put(Kept written) {
    List<Kept> its = new ArrayList<>(drawn.get());
    its.replaceAll(kept -> kept.id().equals(written.id()) ? written : kept);
    if (!its.contains(written)) {
      its.add(written);
    }
    if (chosen.get().is(written.writer())) {
      drawn.set(List.copyOf(its));
    }
  }

  /** A drawing was taken out of the file. */
  public void remove(Kept deleted) {
    drawn.set(drawn.get().stream().filter(kept -> !kept.id().equals(deleted.id())).toList());
  }

  /** Lets a hand draw from now on. */
  public void choose(NamedHand hand) {
    change(() -> store.choose(hand.name()));
  }

  /** Lets a new hand draw; of one that there is already, that one. */
  public void add(String name) {
    change(() -> store.choose(name));
  }

  /** Gives the hand that draws another name, which no hand has. */
  public void rename(String name) {
    NamedHand hand = chosen.get();
    if (!hand.is(name)) {
      change(() -> store.rename(hand, name));
    }
  }

  private void change(Runnable work) {
    topic.over();
    files.run(Executors.callable(work), _ -> load(), topic::fail);
  }

  /** Goes where the hand can be seen. */
  public void visit(Place place) {
    visit.set(null); // twice to the same place is twice
    visit.set(place);
  }
}
