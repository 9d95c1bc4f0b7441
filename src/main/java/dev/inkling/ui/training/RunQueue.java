package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import dev.inkling.model.Model;
import dev.inkling.run.Run;
import dev.inkling.run.RunImages;
import dev.inkling.run.RunStore;
import dev.inkling.run.RunTurn;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.training.LiveRun.State;
import dev.inkling.ui.training.MissingImages.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Runs are trained one at a time, in the order in which they were started or resumed. */
public final class RunQueue {
  private final RunStore store;
  private final DataSource dataSource;
  private final RecipeForm form;
  private final Starts starts;
  private final LiveRun live;
  private final RunsViewModel runs;
  private final Background files;
  private final Notices.Topic topic;
  private final Consumer<Run> onEnd;
  private final MissingImages missing;
  private final Map<Run, RunTurn> turns = new ConcurrentHashMap<>();
  private final Map<Run, Ticket> tickets = new ConcurrentHashMap<>();
  private final Set<Run> misplaced = ConcurrentHashMap.newKeySet();
  private final ObservableList<Run> waiting = FXCollections.observableArrayList();

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<Run> waitingRuns = FXCollections.unmodifiableObservableList(waiting);

  /**
   * What is asked of a run beside that it is trained.
   *
   * @param data as they were chosen; empty for a run that goes on
   * @param until the epoch after which it rests
   * @param onEnd hears that it is neither in training nor waits any more
   */
  private record Ticket(String data, int until, Runnable onEnd) {
    static final Ticket RESUMED = whole("");

    static Ticket whole(String data) {
      return new Ticket(data, Integer.MAX_VALUE, () -> {});
    }

    boolean isWhole() {
      return until == Integer.MAX_VALUE;
    }
  }

  /**
   * None waits.
   *
   * @param starts what runs can begin with
   * @param live trains the run whose turn it is
   * @param topic tells what went wrong
   * @param onEnd hears of a run that is in training no more, or could not begin
   */
  RunQueue(
      RunStore store,
      DataSource dataSource,
      RecipeForm form,
      Starts starts,
      LiveRun live,
      RunsViewModel runs,
      Background files,
      Notices.Topic topic,
      Consumer<Run> onEnd) {
    this.store = store;
    this.dataSource = dataSource;
    this.form = form;
    this.starts = starts;
    this.live = live;
    this.runs = runs;
    this.files = files;
    this.topic = topic;
    this.onEnd = onEnd;
    missing = new MissingImages(form, dataSource, new Wanted(this::create, this::start));
    form.dataProperty().addListener((_, _, _) -> missing.leave());
  }

  /** Runs that begin, in turn, when the one in training has ended. */
  public ObservableList<Run> waiting() {
    return waitingRuns;
  }

  /** Asks for images when there are none to start a run with. */
  public MissingImages missing() {
    return missing;
  }

  // Commands

  /**
   * Starts a run by the recipe that is filled in, or lets it wait for the one in training; asks
   * first where there are no images.
   */
  public void start() {
    boolean isDownloadNeeded = ImageSource.of(form.dataProperty().get()).needsDownload(dataSource);
    if (isDownloadNeeded && form.validBinding().get()) {
      missing.ask(null);
    } else {
      create();
    }
  }

  private void create() {
    missing.leave();
    form.plan().ifPresent(plan -> enqueue(() -> create(plan), Ticket.whole(plan.data())));
  }

  private Run create(RecipeForm.Plan plan) {
    Optional<Model> beginning =
        Optional.ofNullable(plan.recipe().from())
            .map(name -> starts.model(name, plan.architecture()));
    Run run = store.create(plan.architecture(), plan.recipe(), plan.data());
    beginning.ifPresent(run::beginWith);
    return run;
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

  /**
   * Trains a run up to an epoch, at once or in its turn.
   *
   * @param wanted makes it, or finds it, on the thread of files
   * @param data that it learns from, by name
   * @param onEnd hears that it is neither in training nor waits any more, or that there is none
   */
  void train(Callable<Run> wanted, String data, int until, Runnable onEnd) {
    enqueue(wanted, new Ticket(data, until, onEnd));
  }

  /** True when a run could not go on because its images are elsewhere now. */
  public boolean asksForImages(Run run) {
    return misplaced.contains(run);
  }

  /** Takes a run out of those that wait; it can be resumed later. */
  public void dequeue(Run run) {
    if (waiting.remove(run)) {
      leave(run);
      end(run);
    }
  }

  private void end(Run run) {
    Ticket ticket = tickets.remove(run);
    if (ticket != null) {
      ticket.onEnd.run();
    }
  }

  private Ticket ticket(Run run) {
    return tickets.getOrDefault(run, Ticket.RESUMED);
  }

  private void leave(Run run) {
    RunTurn turn = turns.remove(run);
    if (turn != null) {
      turn.close();
    }
  }

  /** Ends the run in training, and none that waits begins. */
  public void stopAll() {
    List.copyOf(waiting).forEach(this::dequeue);
    live.stop();
  }

  private boolean isExpected(Run run) {
    return run.equals(live.underWayProperty().get()) || waiting.contains(run);
  }

  private void enqueue(Callable<Run> wanted) {
    enqueue(wanted, Ticket.RESUMED);
  }

  private void enqueue(Callable<Run> wanted, Ticket ticket) {
    topic.over();
    boolean isFree = is(State.IDLE);
    if (isFree) {
      live.expect();
    }
    files.run(
        () -> {
          Run next = wanted.call();
          turns.put(next, RunTurn.of(next));
          tickets.put(next, ticket);
          return next;
        },
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
          ticket.onEnd.run();
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
    int until = ticket(next).until;
    live.train(next, until, e -> ended(next, e));
  }

  private void ended(Run run, @Nullable Throwable e) {
    leave(run);
    if (!waiting.isEmpty()) {
      live.expect(); // if one was to stop, the next is not
    }
    trainNext();
    if (e != null && RunImages.isOver(e)) {
      misplaced.add(run);
    }
    if (e == null) {
      runs.refresh();
      onEnd.accept(run);
      end(run);
    } else {
      runs.discardIfEmpty(run, isGone -> failed(run, e, isGone));
    }
  }

  /** Who could not begin for want of images is asked; all else that went wrong is told. */
  private void failed(Run run, Throwable e, boolean isGone) {
    onEnd.accept(run);
    Ticket ticket = ticket(run);
    if (isGone && MissingImages.isAbout(e)) {
      if (ticket.isWhole()) {
        missing.ask(Problem.of(e));
      } else {
        missing.askAgain(Problem.of(e));
      }
    } else {
      if (isGone && RecipeForm.isRefusal(e)) {
        form.refuse(ticket.data);
      }
      topic.fail(e);
    }
    end(run);
  }
}
