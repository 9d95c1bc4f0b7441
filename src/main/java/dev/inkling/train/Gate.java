package dev.inkling.train;

/** Lets a training thread through, holds it while paused, or turns it away for good. */
final class Gate {
  private boolean isPaused;
  private boolean isStopped;

  synchronized void pause() {
    isPaused = true;
  }

  synchronized void resume() {
    isPaused = false;
    notifyAll();
  }

  synchronized void stop() {
    isStopped = true;
    notifyAll();
  }

  synchronized boolean isStopped() {
    return isStopped;
  }

  /** Waits while paused; false when the run was stopped. */
  synchronized boolean pass() {
    while (isPaused && !isStopped) {
      try {
        wait();
      } catch (InterruptedException e) {
        isStopped = true;
        Thread.currentThread().interrupt();
      }
    }
    return !isStopped;
  }
}
