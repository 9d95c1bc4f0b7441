package dev.inkling.ui.training;

import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import dev.inkling.model.Architecture;
import dev.inkling.model.Difference;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import dev.inkling.run.RunInfo;
import dev.inkling.text.Phrase;
import dev.inkling.ui.kit.Texts;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in a recipe, in words. */
final class FieldTexts {
  private FieldTexts() {}

  /** A value as a person reads it. */
  static String value(Texts texts, @Nullable Object value) {
    Object shown = Difference.shown(value);
    return shown instanceof Phrase phrase ? texts.get(phrase) : shown.toString();
  }

  /** The name of a data set. */
  static String data(Texts texts, String name) {
    return texts.get(ImageSource.of(name).title());
  }

  /** What the network of a run comes from, and what its recipe has of its own. */
  static String about(Texts texts, RunInfo info) {
    return Stream.concat(
            info.descent().stream().map(texts::get), Stream.of(differences(texts, info)))
        .collect(Collectors.joining(" · "));
  }

  /**
   * What a run does not have of its network's own recipe, and what it learns from if it was told.
   */
  static String differences(Texts texts, RunInfo info) {
    Recipe own = own(info);
    String folder = info.data().substring(info.data().replace('\\', '/').lastIndexOf('/') + 1);
    Stream<String> data =
        info.data().equals(DataSource.DEFAULT) ? Stream.of() : Stream.of(data(texts, folder));
    Stream<String> fields =
        Arrays.stream(RecipeField.values())
            .filter(field -> field.counts(info.recipe()))
            .filter(field -> !Objects.equals(field.value(info.recipe()), field.value(own)))
            .map(field -> field(texts, field, info.recipe()));
    Integer count = info.corrected();
    Stream<String> corrected =
        count == null ? Stream.of() : Stream.of(texts.get("run.corrected", count));
    String all =
        Stream.of(data, corrected, fields).flatMap(part -> part).collect(Collectors.joining(" · "));
    return all.isEmpty() ? texts.get("training.runs.defaults") : all;
  }

  private static String field(Texts texts, RecipeField field, Recipe recipe) {
    return texts.get(field.nameKey()) + " " + value(texts, field.value(recipe));
  }

  /** Of an architecture that this Inkling does not know, what the run has counts as its own. */
  private static Recipe own(RunInfo info) {
    return info.known().map(Architecture::recipe).orElse(info.recipe());
  }
}
