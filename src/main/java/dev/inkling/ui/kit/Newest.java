package dev.inkling.ui.kit;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers the newest question in the background: one that waits is replaced by a newer one, so that
 * answers are never far behind. Asked and heard on the FX thread.
 *
 * @param <Q> what is asked, immutable
 * @param <A> what is answered, immutable
 */
public final class Newest<Q, A> {
  private final Background background;
  private final Function<Q, A> work;
  private final Consumer<A> onAnswer;
  private final Consumer<Throwable> onFailure;

  /** Grows whenever answers that are under way must not be heard any more. */
  private int generation;

  /**
   * Nothing is asked yet.
   *
   * @param background with a worker of one thread
   * @param work what makes an answer of a question, in the background
   */
  public Newest(
      Background background,
      Function<Q, A> work,
      Consumer<A> onAnswer,
      Consumer<Throwable> onFailure) {
    this.background = background.newestOnly();
    this.work = work;
    this.onAnswer = onAnswer;
    this.onFailure = onFailure;
  }

  /** Asks; the answers to what was asked before may still come first. */
  public void ask(Q question) {
    int asked = generation;
    background.run(
        () -> work.apply(question),
        answer -> hear(asked, () -> onAnswer.accept(answer)),
        e -> hear(asked, () -> onFailure.accept(e)));
  }

  private void hear(int asked, Runnable then) {
    if (asked == generation) {
      then.run();
    }
  }

  /** Answers to what was asked before will not come any more. */
  public void forget() {
    generation++;
  }
}
