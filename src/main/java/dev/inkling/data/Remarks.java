package dev.inkling.data;

import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to be said of a data set that was read: what was left out, and how large pictures are.
 */
public final class Remarks implements DownloadProgress {
  /** Files that are named; the log has all. */
  private static final int NAMED = 3;

  private final DownloadProgress progress;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<PictureSize, Integer> sizes = new HashMap<>();

  /**
   * Nothing was read yet.
   *
   * @param progress hears of a download
   */
  public Remarks(DownloadProgress progress) {
    this.progress = progress;
  }

  @Override
  public void downloaded(String file, long bytes, long total) {
    progress.downloaded(file, bytes, total);
  }

  @Override
  public void leftOut(Problem why) {
    progress.leftOut(why);
    problems.add(why);
  }

  @Override
  public void sizes(Map<PictureSize, Integer> counts) {
    progress.sizes(counts);
    counts.forEach((size, count) -> sizes.merge(size, count, Integer::sum));
  }

  /** How many pictures had which size. */
  public Map<PictureSize, Integer> sizes() {
    return Map.copyOf(sizes);
  }

  /** What was left out and why, in one sentence; empty where all could be read. */
  public Optional<Problem> leftOut() {
    if (problems.size() < 2) {
      return problems.stream().findFirst();
    }
    String names =
        problems.stream()
            .limit(NAMED)
            .map(problem -> String.valueOf(problem.arguments()[0]))
            .collect(Collectors.joining(", "));
    boolean areMore = problems.size() > NAMED;
    return Optional.of(
        new Problem("problem.data.leftOut", problems.size(), names + (areMore ? ", …" : "")));
  }
}
