package dev.inkling.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The classifiers of a whole program. Each is lent to one reader at a time and stays at hand when
 * it is given back, up to a bound: then the one that was used longest ago is closed, and never one
 * that is lent. Safe to use from any thread.
 */
public final class ClassifierPool implements AutoCloseable {
  /** One for each kind of reader, and some to go back to. */
  public static final int MOST = 6;

  private final int most;

  /** The one that was used longest ago first. */
  private final List<Held> held = new ArrayList<>();

  private boolean isClosed;

  private static final class Held {
    private final @Nullable ModelVersion version;
    private final Classifier classifier;
    private boolean isLent = true;

    Held(@Nullable ModelVersion version, Classifier classifier) {
      this.version = version;
      this.classifier = classifier;
    }
  }

  /** A classifier that is lent, until this is closed. */
  public final class Loan implements AutoCloseable {
    private final Held lent;

    private Loan(Held lent) {
      this.lent = lent;
    }

    /** The classifier, for the borrower alone. */
    public Classifier classifier() {
      return lent.classifier;
    }

    /** Whether it was lent as this version of a model. */
    public boolean is(ModelVersion version) {
      return version.equals(lent.version);
    }

    /** Gives it back; once. */
    @Override
    public void close() {
      takeBack(lent);
    }
  }

  /** An empty pool of the usual size. */
  public ClassifierPool() {
    this(MOST);
  }

  /** An empty pool that keeps at most so many, unless more are lent. */
  ClassifierPool(int most) {
    this.most = most;
  }

  /**
   * A classifier of a model's folder, read from there unless one is at hand.
   *
   * @throws dev.inkling.text.Problem when the model cannot be read
   */
  public Loan of(ModelVersion version) {
    return lend(
        each -> version.equals(each.version), version, () -> ModelFolder.read(version.folder()));
  }

  /** A classifier of this very model. */
  public Loan of(Model model) {
    return lend(each -> each.classifier.model() == model, null, () -> model);
  }

  /** How many are open, lent and at hand. */
  public synchronized int size() {
    return held.size();
  }

  private Loan lend(
      Predicate<Held> isWanted, @Nullable ModelVersion version, Supplier<Model> model) {
    Held atHand = atHand(isWanted);
    if (atHand != null) {
      return new Loan(atHand);
    }
    closeAllBut(most - 1);
    return new Loan(add(new Held(version, Classifier.prompt(model.get()))));
  }

  private synchronized @Nullable Held atHand(Predicate<Held> isWanted) {
    for (Held each : held) {
      if (!each.isLent && isWanted.test(each)) {
        each.isLent = true;
        return each;
      }
    }
    return null;
  }

  private synchronized Held add(Held made) {
    held.add(made);
    return made;
  }

  private synchronized void takeBack(Held lent) {
    lent.isLent = false;
    held.remove(lent);
    held.add(lent);
    closeAllBut(isClosed ? 0 : most);
  }

  /** Closes as many as need be and are not lent. */
  private synchronized void closeAllBut(int count) {
    Iterator<Held> oldestFirst = held.iterator();
    while (held.size() > count && oldestFirst.hasNext()) {
      Held each = oldestFirst.next();
      if (!each.isLent) {
        oldestFirst.remove();
        each.classifier.close();
      }
    }
  }

  /** Closes all that are at hand; those that are lent are closed when they come back. */
  @Override
  public synchronized void close() {
    isClosed = true;
    closeAllBut(0);
  }
}
