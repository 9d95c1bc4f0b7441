package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.run.Run;
import dev.inkling.run.RunImages;
import dev.inkling.run.RunStore;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.training.LiveRun.State;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Runs are trained one at a time, in the order in which they were started or resumed. */
public final class RunQueue {
  private final RunStore store;
  private final DataSource dataSource;
  private final RecipeForm form;
  private final LiveRun live;
  private final RunsViewModel runs;
  private final Background files;
  private final Notices.Topic topic;
  private final Set<Run> misplaced = ConcurrentHashMap.newKeySet();
  private final ObservableList<Run> waiting = FXCollections.observableArrayList();

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<Run> waitingRuns = FXCollections.unmodifiableObservableList(waiting);

  /**
   * None waits.
   *
   * @param live trains the run whose turn it is
   * @param topic tells what went wrong
   */
  RunQueue(
      RunStore store,
      DataSource dataSource,
      RecipeForm form,
      LiveRun live,
      RunsViewModel runs,
      Background files,
      Notices.Topic topic) {
    this.store = store;
    this.dataSource = dataSource;
    this.form = form;
    this.live = live;
    this.runs = runs;
    this.files = files;
    this.topic = topic;
  }

  /** Runs that begin, in turn, when the one in training has ended. */
  public ObservableList<Run> waiting() {
    return waitingRuns;
  }

  // Commands

  /** Starts a run by the recipe that is filled in, or lets it wait for the one in training. */
  public void start() {
    form.plan().ifPresent(plan -> enqueue(() -> create(plan)));
  }

  private Run create(RecipeForm.Plan plan) {
    return store.create(plan.architecture().name(), plan.recipe(), plan.data());
  }

  /** Goes on with a run that was stopped or cut off, at once or in its turn. */
  public void resume(Run cutOff) {
    if (!isExpected(cutOff)) {
      enqueue(() -> cutOff);
    }
  }

  /**
   * Goes on with a run whose images are elsewhere now.
   *
   * @param folder they are in
   */
  public void resume(Run cutOff, Path folder) {
    if (!isExpected(cutOff)) {
      enqueue(
          () -> {
            RunImages.move(cutOff, dataSource, folder.toString(), (_, _, _) -> {});
            misplaced.remove(cutOff);
            return cutOff;
          });
    }
  }

  /** True when a run could not go on because its images are elsewhere now. */
  public boolean asksForImages(Run run) {
    return misplaced.contains(run);
  }

  /** Takes a run out of those that wait; it can be resumed later. */
  public void dequeue(Run run) {
    waiting.remove(run);
  }

  /** Ends the run in training, and none that waits begins. */
  public void stopAll() {
    waiting.clear();
    live.stop();
  }

  private boolean isExpected(Run run) {
    return run.equals(live.underWayProperty().get()) || waiting.contains(run);
  }

  private void enqueue(Callable<Run> wanted) {
    topic.over();
    boolean isFree = is(State.IDLE);
    if (isFree) {
      live.expect();
    }
    files.run(
        wanted,
        next -> {
          waiting.add(next);
          runs.refresh();
          if (isFree || is(State.IDLE)) {
            trainNext();
          }
        },
        e -> {
          if (isFree) {
            live.rest();
          }
          topic.fail(e);
        });
  }

  private boolean is(State state) {
    return live.stateProperty().get() == state;
  }

  /** Trains the run that waited longest, if there is one. */
  private void trainNext() {
    if (waiting.isEmpty()) {
      live.rest();
      return;
    }
    Run next = waiting.removeFirst();
    live.train(next, e -> ended(next, e));
  }

  private void ended(Run run, @Nullable Throwable e) {
    if (!waiting.isEmpty()) {
      live.expect(); // if one was to stop, the next is not
    }
    trainNext();
    runs.refresh();
    if (e != null) {
      if (RunImages.isOver(e)) {
        misplaced.add(run);
      }
      topic.fail(e);
    }
  }
}
