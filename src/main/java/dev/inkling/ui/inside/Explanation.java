package dev.inkling.ui.inside;

import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Newest;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What is found out about a drawing and the network that reads it, anew whenever one of them
 * changes. Used on the FX thread.
 *
 * @param <T> what is found out, immutable
 */
final class Explanation<T> {
  /** How it is found out, in the background. */
  interface Question<T> {
    /** Null when there is no ink. */
    @Nullable T answer(Drawing drawing, Classifier classifier);
  }

  private record Asked<T>(Subject subject, Question<T> question) {}

  private record Answered<T>(Asked<T> asked, @Nullable T answer) {}

  private final ObservableValue<Subject> subject;
  private final Function<Subject, Question<T>> question;
  private final Newest<Asked<T>, Answered<T>> newest;
  private final Readers readers;
  private @Nullable Asked<T> asked;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable T> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>();

  /**
   * Begins with what there is to look at.
   *
   * @param question what to ask about a subject; looked up on the FX thread
   */
  Explanation(
      ObservableValue<Subject> subject, Readers readers, Function<Subject, Question<T>> question) {
    this.readers = readers;
    this.subject = subject;
    this.question = question;
    newest = new Newest<>(readers.worker(), this::find, this::hear, this::fail);
    subject.subscribe(_ -> ask());
  }

  /** The newest answer; null when there is no ink. */
  ReadOnlyObjectProperty<@Nullable T> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** False while the answer is that to an older question. */
  ReadOnlyBooleanProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Why there is no answer, or null. */
  ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  // Commands

  /** Asks again, as what the question depends on has changed. */
  void ask() {
    Subject now = subject.getValue();
    boolean isBlank = now == null || now.recognition().isBlank();
    boolean isOther = asked != null && !isBlank && now.model() != asked.subject.model();
    if (isBlank || isOther) {
      newest.forget();
      answer.set(null);
    }
    failure.set(null);
    current.set(isBlank);
    asked = null;
    if (!isBlank) {
      Asked<T> next = new Asked<>(now, question.apply(now));
      asked = next;
      newest.ask(next);
    }
  }

  private Answered<T> find(Asked<T> what) {
    return readers.read(
        what.subject.model(),
        classifier ->
            new Answered<>(what, what.question.answer(what.subject.drawing(), classifier)));
  }

  /** An answer to an older drawing is shown too: the hand may never rest. */
  private void hear(Answered<T> heard) {
    answer.set(heard.answer);
    current.set(heard.asked == asked);
  }

  private void fail(Throwable e) {
    if (e instanceof CancellationException) {
      return; // something newer is asked, or will be
    }
    answer.set(null);
    failure.set(Problem.of(e));
  }
}
