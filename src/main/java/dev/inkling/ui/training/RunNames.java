package dev.inkling.ui.training;

import dev.inkling.chart.ValueFormat;
import dev.inkling.run.RunInfo;
import dev.inkling.text.Messages;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What runs are called, and the models that are made of them. */
final class RunNames {
  /** What a folder's name cannot have. */
  private static final String IMPOSSIBLE = "[/\\\\:*?\"<>|\\p{Cntrl}]";

  private static final int LONGEST = 60;

  private RunNames() {}

  /** When a run was set up, to the second, in any language. */
  static String stamp(RunInfo info) {
    return stamp(info, "yyyy-MM-dd HH:mm:ss");
  }

  /**
   * What tells a run from others of the same title, in any language: when it was set up, no longer
   * than it takes; two of the same second are counted.
   */
  static String mark(RunInfo info, List<RunInfo> same) {
    for (String pattern : List.of("HH:mm", "HH:mm:ss", "MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss")) {
      long different = same.stream().map(each -> stamp(each, pattern)).distinct().count();
      if (different == same.size() && (pattern.contains("dd") || isOneDay(same))) {
        return stamp(info, pattern);
      }
    }
    List<RunInfo> twins = same.stream().filter(each -> stamp(each).equals(stamp(info))).toList();
    return stamp(info, isOneDay(same) ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss")
        + (twins.size() == 1 ? "" : " (" + (twins.indexOf(info) + 1) + ")");
  }

  private static boolean isOneDay(List<RunInfo> runs) {
    return runs.stream().map(each -> stamp(each, "yyyy-MM-dd")).distinct().count() == 1;
  }

  private static String stamp(RunInfo info, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withZone(ZoneId.systemDefault())
        .format(Instant.parse(info.created()));
  }

  /** When a run was set up, as a person would say it. */
  static String when(RunInfo info, Messages messages) {
    return format("training.runs.when", info, messages);
  }

  private static String format(String patternKey, RunInfo info, Messages messages) {
    return DateTimeFormatter.ofPattern(messages.get(patternKey), messages.locale())
        .withZone(ZoneId.systemDefault())
        .format(Instant.parse(info.created()));
  }

  /**
   * A name for a model of a run that says what it is: its title, when it was trained, and how much
   * it reads right.
   *
   * @param taken names in lower case that it must not have
   */
  static String model(RunItem item, Messages messages, Set<String> taken) {
    String name = of(item, format("training.runs.when.name", item.info(), messages), messages);
    return free(name.replaceAll(IMPOSSIBLE, "-").strip(), taken);
  }

  /** A run's title, a time and how much it reads right, where that was measured. */
  static String of(RunItem item, String when, Messages messages) {
    String title = item.info().title();
    String head = title.substring(0, Math.min(LONGEST, title.length()));
    Double accuracy = item.summary().accuracy();
    return accuracy == null
        ? messages.get("training.runs.name", head, when)
        : messages.get("training.runs.name.accuracy", head, when, ValueFormat.percent(accuracy, 1));
  }

  private static String free(String name, Set<String> taken) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? name : name + " (" + n + ")")
        .filter(each -> !taken.contains(each.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }
}
