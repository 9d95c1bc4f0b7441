package dev.inkling.model;

import dev.inkling.chart.ValueFormat;
import dev.inkling.layer.Brick;
import dev.inkling.layer.Layer;
import dev.inkling.layer.LayerEdit;
import dev.inkling.text.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes one network, and the recipe it is trained by, of another, in words. */
public final class Difference {
  /** More than these say no more than that it is another network. */
  private static final int MOST = 6;

  private Difference() {}

  /**
   * What differs between two trainings: first the layers, then the recipes.
   *
   * @return a phrase each, such as “+ batch norm after conv1” or “Learning rate 0.01 → 0.003”
   */
  public static List<Phrase> of(
      Architecture before, Recipe recipeBefore, Architecture after, Recipe recipeAfter) {
    return Stream.concat(
            layers(before.layers(), after.layers()).stream(),
            recipes(recipeBefore, recipeAfter).stream())
        .toList();
  }

  /** What differs between layers; of very different ones the first differences, and how many. */
  public static List<Phrase> layers(List<? extends Layer> before, List<? extends Layer> after) {
    List<Phrase> all = LayerEdit.between(before, after).stream().map(Difference::words).toList();
    return all.size() <= MOST
        ? all
        : Stream.concat(
                all.stream().limit(MOST - 1),
                Stream.of(new Phrase("difference.more", all.size() - MOST + 1)))
            .toList();
  }

  private static Phrase words(LayerEdit edit) {
    Brick before = edit.before();
    Brick after = edit.after();
    if (before != null && after != null) {
      return new Phrase("difference.changed", after.name(), text(before), text(after));
    }
    Brick one = Objects.requireNonNullElse(after, before);
    String sign = after == null ? "−" : "+";
    return edit.behind() == null
        ? new Phrase("difference.first", sign, text(one))
        : new Phrase("difference.behind", sign, text(one), edit.behind());
  }

  private static String text(@Nullable Brick brick) {
    return brick == null ? "" : brick.layer().text().replace('-', ' ');
  }

  /** What differs between recipes. */
  public static List<Phrase> recipes(Recipe before, Recipe after) {
    return Arrays.stream(RecipeField.values())
        .filter(field -> field.counts(before) || field.counts(after))
        .filter(field -> !Objects.equals(field.value(before), field.value(after)))
        .map(
            field ->
                new Phrase(
                    "difference.field",
                    new Phrase(field.nameKey()),
                    shown(field.value(before)),
                    shown(field.value(after))))
        .toList();
  }

  /** A value of a recipe as people read it: a text, or a phrase. */
  public static Object shown(@Nullable Object value) {
    return switch (value) {
      case null -> "–";
      case Enum<?> choice -> new Phrase("training.name." + choice.name().toLowerCase(Locale.ROOT));
      case Double number -> ValueFormat.PLAIN.exact(number);
      case Integer count -> ValueFormat.COUNT.exact(count);
      default -> value.toString();
    };
  }
}
