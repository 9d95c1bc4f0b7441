package dev.inkling.ui.training;

import dev.inkling.model.Architecture;
import dev.inkling.model.KeptNetwork;
import dev.inkling.model.RecipeField;
import dev.inkling.model.TeachingNetworks;
import dev.inkling.ui.training.NetworkOffer.Group;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * A recipe form as somebody left it, wrong numbers and all. What comes from a file may lack any
 * part.
 *
 * @param architecture its name
 * @param network all of it, of one's own; null otherwise
 * @param built true when it came from the builder and was not kept as it is
 * @param data mnist, synthetic or a folder
 * @param choices what is chosen, by its fields' names in files, and what it begins with or leaves
 *     out
 * @param numbers as they were typed, by their names in files
 * @param more true when all settings were shown
 * @param lesson true when it was shown what of the images is learned
 */
record RecipeDraft(
    @Nullable String architecture,
    @Nullable KeptNetwork network,
    boolean built,
    @Nullable String data,
    @Nullable Map<String, String> choices,
    @Nullable Map<String, String> numbers,
    boolean more,
    boolean lesson) {

  private static final String FROM = "from";
  private static final String LEFT_OUT = "leftOut";

  static RecipeDraft of(RecipeForm form) {
    Architecture chosen = form.architectureProperty().get();
    return new RecipeDraft(
        chosen.name(),
        Group.of(chosen) == Group.OWN ? KeptNetwork.of(chosen) : null,
        form.networks().isBuilt(chosen),
        form.dataProperty().get(),
        choices(form),
        form.numbers().stream()
            .collect(
                Collectors.toMap(
                    number -> number.field().key(), number -> number.textProperty().get())),
        form.moreProperty().get(),
        form.lessonProperty().get());
  }

  private static Map<String, String> choices(RecipeForm form) {
    Map<String, String> choices = new HashMap<>();
    form.choices().forEach((field, choice) -> choices.put(field.key(), choice.get().name()));
    choices.put(FROM, Objects.requireNonNullElse(form.fromProperty().get(), RecipeForm.SCRATCH));
    choices.put(LEFT_OUT, form.leftOutProperty().get());
    return choices;
  }

  /** Fills a form in; what this Inkling does not know, or is not there, stays as it is. */
  void fillIn(RecipeForm form) {
    chosen().ifPresent(built ? form.networks()::use : form.networks()::useKept);
    if (data != null && RecipeForm.isDataGood(data)) {
      form.dataProperty().set(data);
    }
    Map<String, String> chosen = choices == null ? Map.of() : choices;
    form.choices().forEach((field, choice) -> choose(field, choice, chosen.get(field.key())));
    form.start(chosen.getOrDefault(FROM, RecipeForm.SCRATCH));
    form.leftOutProperty().set(chosen.getOrDefault(LEFT_OUT, ""));
    form.moreProperty().set(more);
    form.lessonProperty().set(lesson);
    Map<String, String> typed = numbers == null ? Map.of() : numbers;
    for (TypedNumber number : form.numbers()) {
      Optional.ofNullable(typed.get(number.field().key())).ifPresent(number.textProperty()::set);
    }
  }

  private Optional<Architecture> chosen() {
    return network != null
        ? network.network()
        : Stream.of(Architecture.all(), TeachingNetworks.ALL)
            .flatMap(List::stream)
            .filter(each -> each.name().equals(architecture))
            .findFirst();
  }

  private static void choose(
      RecipeField field, ObjectProperty<Enum<?>> choice, @Nullable String name) {
    field.limit().choices().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .ifPresent(choice::set);
  }
}
