package dev.inkling.ui.training;

import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunSummary;
import dev.inkling.text.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The summaries of runs, each read again only when the run has an epoch more: the list is read
 * every few seconds. For one thread.
 */
final class RunSummaries {
  private static final Logger LOG = Logger.getLogger(RunSummaries.class.getName());

  private final Map<Run, Read> known = new HashMap<>();

  private record Read(long bytes, RunSummary summary) {}

  RunSummary of(Run run, RunInfo info) {
    long bytes = run.epochs().toFile().length(); // grows when an epoch has ended; 0 before
    Read read = known.get(run);
    if (read == null || read.bytes != bytes) {
      read = new Read(bytes, read(run, info));
      known.put(run, read);
    }
    return read.summary;
  }

  /** A run whose metrics are damaged is in the list all the same; who opens it is told. */
  private static RunSummary read(Run run, RunInfo info) {
    try {
      return RunSummary.of(run, info);
    } catch (Problem e) {
      LOG.log(Level.FINE, "no summary", e);
      return RunSummary.NONE;
    }
  }
}
