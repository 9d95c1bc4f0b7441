package dev.inkling.run;

import java.util.Locale;

/** How a run stands at this moment: what run.json says, and whether some program is at work. */
public enum Standing {
  /** Some program trains it. */
  RUNNING,
  /** Some program trains it when its turn comes. */
  WAITING,
  /** It was cut off. */
  OPEN,
  STOPPED,
  FAILED,
  FINISHED;

  /** Of a run, this program's or another's. */
  static Standing of(Run run, RunInfo info) {
    boolean isOpen = info.status() == RunInfo.Status.OPEN;
    if (isOpen && run.isInTraining()) {
      return RUNNING;
    }
    boolean mayWait = info.status() != RunInfo.Status.FINISHED;
    return mayWait && RunTurn.isTaken(run) ? WAITING : valueOf(info.status().name());
  }

  /** True when no program is at work on it. */
  public boolean isAtRest() {
    return this != RUNNING && this != WAITING;
  }

  /** As it is written in results for scripts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of its name. */
  public String key() {
    return "training.status." + word();
  }
}
