package dev.inkling.run;

import dev.inkling.text.Messages;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Why a run failed, in whatever language somebody asks later.
 *
 * @param key of the sentence that was told then
 * @param folder of the run
 */
public record RunFailure(String key, Path folder) {
  /** Sentences about a run itself have its folder in them. */
  private static final String OF_RUNS = "problem.run.";

  /** Why a run failed; nothing when it did not. */
  public static Optional<RunFailure> of(Run run, RunInfo info) {
    return info.status() == RunInfo.Status.FAILED
        ? Optional.of(new RunFailure(info.reason() == null ? "" : info.reason(), run.folder()))
        : Optional.empty();
  }

  /** The sentence; what it said beside, such as in which batch, is not kept. */
  public String sentence(Messages messages) {
    if (key.equals("problem.train.nan")) {
      return messages.get("report.nan");
    }
    if (!messages.bundle().containsKey(key)) {
      return messages.get("report.failed");
    }
    if (key.startsWith(OF_RUNS)) {
      return messages.get(key, folder, folder);
    }
    String sentence = messages.bundle().getString(key);
    return sentence.contains("{") ? messages.get("report.failed") : sentence;
  }
}
