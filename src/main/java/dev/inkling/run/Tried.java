package dev.inkling.run;

import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import dev.inkling.text.Numerals;
import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep tries in a field of the recipe: some values, or any of a range.
 *
 * @param field that it is
 * @param values as they are typed; of a range its two ends
 * @param isRange whether values are drawn from between them
 */
public record Tried(RecipeField field, List<String> values, boolean isRange) {
  /** Fields that may be tried together; more than these nobody overlooks. */
  public static final int MOST_FIELDS = 3;

  /** Trials of a sweep. */
  public static final int MOST_TRIALS = 200;

  /** Trials where a range is drawn from and nobody says how many. */
  public static final int USUAL_DRAWS = 8;

  private static final Set<RecipeField> NOT_TRIED =
      EnumSet.of(RecipeField.EPOCHS, RecipeField.FROM, RecipeField.FROZEN);

  private static final String BETWEEN = "..";

  public Tried {
    values = List.copyOf(values);
  }

  /**
   * Fields that can be tried: epochs are those of the rounds, and a beginning is a model, without
   * which no layer has learned anything that could be kept.
   */
  public static List<RecipeField> fields() {
    return Arrays.stream(RecipeField.values()).filter(field -> !NOT_TRIED.contains(field)).toList();
  }

  /**
   * Reads what was typed for a field: values with commas between them, or two ends with two dots
   * between them.
   *
   * @throws Problem that says what is wrong with it
   */
  public static Tried of(RecipeField field, String typed) {
    int dots = typed.indexOf(BETWEEN);
    if (dots < 0) {
      List<String> values =
          Arrays.stream(typed.split(",")).map(String::strip).filter(v -> !v.isEmpty()).toList();
      values.forEach(value -> check(field, value));
      if (values.isEmpty()) {
        throw new Problem("problem.sweep.values", field.key());
      }
      return new Tried(field, values.stream().distinct().toList(), false);
    }
    List<String> ends =
        List.of(typed.substring(0, dots).strip(), typed.substring(dots + BETWEEN.length()).strip());
    ends.forEach(end -> check(field, end));
    boolean isNumber = ends.stream().allMatch(end -> field.limit().value(end) instanceof Number);
    if (!isNumber || number(ends.getFirst()) >= number(ends.getLast())) {
      throw new Problem("problem.sweep.range", field.key(), typed);
    }
    return new Tried(field, ends, true);
  }

  /**
   * Reads FIELD=VALUES, the field by its name in files or on the command line.
   *
   * @throws Problem that says what is wrong with it
   */
  public static Tried parse(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals).strip();
    RecipeField field =
        fields().stream()
            .filter(each -> each.key().equals(name) || each.option().equals("--" + name))
            .findFirst()
            .orElseThrow(
                () ->
                    new Problem(
                        "problem.sweep.field",
                        name,
                        fields().stream().map(RecipeField::key).collect(Collectors.joining(", "))));
    return of(field, equals < 0 ? "" : text.substring(equals + 1));
  }

  private static void check(RecipeField field, String value) {
    if (field.limit().refusal(value) != null) {
      throw new Problem("problem.sweep.value", field.key(), value, field.limit().words());
    }
  }

  private static double number(String typed) {
    return Numerals.decimal(typed);
  }

  /** As it was typed. */
  public String typed() {
    return String.join(isRange ? BETWEEN : ",", values);
  }

  /** Ratios count for rates and the like, where there is no 0 among them. */
  private boolean isLog() {
    boolean isRate =
        field == RecipeField.LEARNING_RATE
            || field == RecipeField.WEIGHT_DECAY
            || field == RecipeField.CLIP;
    return isRate && number(values.getFirst()) > 0;
  }

  /** One of the values, or one between the ends: whole where the field is, of three digits. */
  String draw(SplittableRandom random) {
    if (!isRange) {
      return values.get(random.nextInt(values.size()));
    }
    double low = number(values.getFirst());
    double high = number(values.getLast());
    boolean isWhole = field.limit().value(values.getFirst()) instanceof Long;
    if (isWhole) {
      return String.valueOf(random.nextLong((long) low, (long) high + 1));
    }
    double drawn =
        isLog()
            ? Math.exp(random.nextDouble(Math.log(low), Math.log(high)))
            : random.nextDouble(low, high);
    return String.valueOf(Double.parseDouble(String.format(Locale.ROOT, "%.3g", drawn)));
  }

  /**
   * What each trial has: all combinations, or some that are drawn, all of them different.
   *
   * @param draws how many; null for all combinations, or {@value #USUAL_DRAWS} where there is a
   *     range
   * @throws Problem when there are too many fields or trials, or one alone
   */
  public static List<Map<String, String>> trials(
      List<Tried> tried, @Nullable Integer draws, long seed) {
    check(tried, draws);
    boolean hasRange = tried.stream().anyMatch(Tried::isRange);
    List<Map<String, String>> all = hasRange ? List.of() : combinations(tried);
    if (!hasRange && (draws == null || draws >= all.size())) {
      return checked(all);
    }
    return checked(drawn(tried, draws == null ? USUAL_DRAWS : draws, seed));
  }

  private static void check(List<Tried> tried, @Nullable Integer draws) {
    long fields = tried.stream().map(Tried::field).distinct().count();
    if (tried.isEmpty() || tried.size() > MOST_FIELDS || fields < tried.size()) {
      throw new Problem("problem.sweep.fields", MOST_FIELDS);
    }
    if (draws != null && (draws < 2 || draws > MOST_TRIALS)) {
      throw new Problem("problem.sweep.trials", MOST_TRIALS, draws);
    }
  }

  private static List<Map<String, String>> checked(List<Map<String, String>> trials) {
    if (trials.size() < 2 || trials.size() > MOST_TRIALS) {
      throw new Problem("problem.sweep.trials", MOST_TRIALS, trials.size());
    }
    return trials;
  }

  private static List<Map<String, String>> combinations(List<Tried> tried) {
    List<Map<String, String>> all = List.of(Map.of());
    for (Tried each : tried) {
      all =
          all.stream()
              .flatMap(before -> each.values.stream().map(value -> with(before, each, value)))
              .limit(MOST_TRIALS + 1L)
              .toList();
    }
    return all;
  }

  private static Map<String, String> with(Map<String, String> before, Tried tried, String value) {
    Map<String, String> after = new LinkedHashMap<>(before);
    after.put(tried.field.key(), value);
    return after;
  }

  /** As many as were asked for, or as a hundred times as many throws have come to. */
  private static List<Map<String, String>> drawn(List<Tried> tried, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Map<String, String>> all = new LinkedHashSet<>();
    for (int i = 0; i < 100 * draws && all.size() < draws; i++) {
      Map<String, String> one = new LinkedHashMap<>();
      tried.forEach(each -> one.put(each.field.key(), each.draw(random)));
      all.add(one);
    }
    return new ArrayList<>(all);
  }

  /** A recipe with the values of a trial. */
  public static Recipe in(Recipe recipe, Map<String, String> values) {
    Recipe changed = recipe;
    for (Map.Entry<String, String> each : values.entrySet()) {
      RecipeField field = named(each.getKey()).orElseThrow();
      changed = field.in(changed, field.limit().value(each.getValue()));
    }
    return changed;
  }

  /** True for values that a recipe can have. */
  static boolean arePossible(Map<String, String> values) {
    return values.entrySet().stream()
        .allMatch(
            each ->
                each.getValue() != null
                    && named(each.getKey())
                        .filter(field -> field.limit().refusal(each.getValue()) == null)
                        .isPresent());
  }

  private static Optional<RecipeField> named(String key) {
    return Stream.of(RecipeField.values()).filter(field -> field.key().equals(key)).findFirst();
  }
}
