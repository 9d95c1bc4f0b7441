package dev.inkling.ui.inside;

import dev.inkling.explain.Fooling;
import dev.inkling.explain.Fooling.Fooled;
import dev.inkling.explain.Fooling.Method;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.recognize.Recognition;
import dev.inkling.text.Problem;
import dev.inkling.ui.inside.OtherReaders.Answers;
import dev.inkling.ui.inside.OtherReaders.Asked;
import dev.inkling.ui.kit.Newest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A small change of the drawing after which the network reads something else, and how other
 * networks read it. Used on the FX thread alone.
 */
final class FoolsViewModel {
  /** Stands for any other class. */
  static final int ANY = -1;

  private final Explanation<Fooled> fooled;
  private final Newest<Asked, Answers> readers;
  private final ObservableList<Entry> networks;
  private final Consumer<Recognition> onLook;

  /** Held here: nothing else holds it. */
  @SuppressWarnings("UnusedVariable")
  private final ObservableValue<Boolean> isSeen;

  // Properties
  private final ObservableList<Integer> targets = FXCollections.observableArrayList(ANY);
  private final ObjectProperty<Integer> target = new SimpleObjectProperty<>(ANY);
  private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.PGD);
  private final IntegerProperty strength = new SimpleIntegerProperty();
  private final BooleanProperty smallest = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable Answers> others = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();

  private List<String> classes = List.of();

  /** What is asked now: the search for all else is given up. */
  private volatile Fooling.@Nullable Question wanted;

  /**
   * Nobody is fooled yet.
   *
   * @param isSeen whether the page is shown; while it is not, nothing is looked for
   * @param networks that are let read as well, those of the pad
   * @param onLook takes the changed picture, and what is read in it, to other pages
   */
  FoolsViewModel(
      ObservableValue<Subject> subject,
      ObservableValue<Boolean> isSeen,
      Readers readers,
      ObservableList<Entry> networks,
      Consumer<Recognition> onLook) {
    this.isSeen = isSeen;
    this.onLook = onLook;
    this.networks = networks;
    this.readers =
        new Newest<>(
            readers.worker(), new OtherReaders(), others::set, e -> failure.set(Problem.of(e)));
    subject.subscribe(this::know);
    fooled = new Explanation<>(subject, readers, asked -> question(asked, readers.slopes()));
    fooled.answerProperty().subscribe(this::hear);
    isSeen.subscribe(this::see);
    target.addListener(_ -> fooled.ask());
    method.addListener(_ -> fooled.ask());
    smallest.addListener(_ -> fooled.ask());
    strength.addListener(
        _ -> {
          if (!smallest.get()) {
            fooled.ask();
          }
        });
  }

  /** Who comes back finds what was given up. */
  private void see(boolean isShown) {
    if (!isShown) {
      wanted = null;
    } else if (!fooled.currentProperty().get()) {
      fooled.ask();
    }
  }

  /** What can be wanted of a network is known before it is asked. */
  private void know(@Nullable Subject now) {
    List<String> own = now == null ? classes : now.model().card().classes();
    if (!own.equals(classes)) {
      classes = own;
      target.set(ANY);
      targets.setAll(IntStream.range(ANY, own.size()).boxed().toList());
      target.set(ANY); // a box of choices lets go of what was chosen
    }
  }

  private Explanation.Question<Fooled> question(Subject subject, Slopes slopes) {
    Integer as = target.get() == null || target.get() == ANY ? null : target.get();
    Fooling.Question question =
        new Fooling.Question(subject.recognition().framed(), as, method.get());
    boolean isSmallest = smallest.get();
    int with = strength.get();
    wanted = question;
    return (_, classifier) -> {
      Fooling fooling =
          new Fooling(
              question, slopes.of(classifier.model()), classifier, () -> wanted == question);
      return isSmallest
          ? fooling.smallest().orElseGet(() -> fooling.at(Fooling.MOST))
          : fooling.at(with);
    };
  }

  private void hear(@Nullable Fooled found) {
    if (found == null) {
      readers.forget();
      others.set(null);
    } else {
      if (smallest.get()) {
        strength.set(found.strength());
      }
      failure.set(null);
      readers.ask(new Asked(found, networks));
    }
  }

  /** The changed drawing, and what is read in it. */
  Explanation<Fooled> fooled() {
    return fooled;
  }

  /** What it can be read as: {@link #ANY}, then each class. */
  ObservableList<Integer> targets() {
    return targets;
  }

  /** What a class is called. */
  String name(int which) {
    return classes.get(which);
  }

  /** What it is to be read as. */
  ObjectProperty<Integer> targetProperty() {
    return target;
  }

  /** How the change is found. */
  ObjectProperty<Method> methodProperty() {
    return method;
  }

  /** By how many grey levels a pixel may change; the found one while the smallest is wanted. */
  IntegerProperty strengthProperty() {
    return strength;
  }

  /** Whether the smallest change is looked for that does it. */
  BooleanProperty smallestProperty() {
    return smallest;
  }

  /** How networks read both, which may be of the change before; null while nobody has. */
  ReadOnlyObjectProperty<@Nullable Answers> othersProperty() {
    return others.getReadOnlyProperty();
  }

  /** Why they do not, or null. */
  ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  // Commands

  /** Takes the changed picture to the pages that look at pictures. */
  void look() {
    Fooled now = fooled.answerProperty().get();
    if (now != null && fooled.currentProperty().get()) {
      onLook.accept(now.after());
    }
  }

  /** Takes a strength of one's own. */
  void setStrength(int levels) {
    if (levels != strength.get()) {
      strength.set(levels);
      smallest.set(false);
    }
  }
}
