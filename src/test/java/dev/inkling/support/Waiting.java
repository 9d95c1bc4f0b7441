package dev.inkling.support;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/** How tests of the window wait: for something that is to happen, and never without an end. */
public final class Waiting {
  private static final int SECONDS = 60;
  private static final int SECONDS_OF_TRAINING = 400;

  private Waiting() {}

  /** Waits until something is so, and the window shows it. */
  public static void waitFor(Callable<Boolean> condition) throws TimeoutException {
    waitFor(SECONDS, condition);
  }

  /** Likewise for what trains some epochs, which takes minutes where the machine is busy. */
  public static void waitForTraining(Callable<Boolean> condition) throws TimeoutException {
    waitFor(SECONDS_OF_TRAINING, condition);
  }

  private static void waitFor(int seconds, Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
