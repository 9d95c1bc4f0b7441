package dev.inkling.ui.training;

import dev.inkling.model.Architecture;
import dev.inkling.model.KeptNetwork;
import dev.inkling.model.TeachingNetworks;
import dev.inkling.ui.training.NetworkOffer.Group;
import java.util.Arrays;
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
 * @param choices names of optimizer, schedule, augmentation and initial weights, and what it begins
 *     with or leaves out
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

  private static final String OPTIMIZER = "optimizer";
  private static final String SCHEDULE = "schedule";
  private static final String AUGMENTATION = "augmentation";
  private static final String INIT = "init";
  private static final String FROM = "from";
  private static final String LEFT_OUT = "leftOut";

  static RecipeDraft of(RecipeForm form) {
    Architecture chosen = form.architectureProperty().get();
    return new RecipeDraft(
        chosen.name(),
        Group.of(chosen) == Group.OWN ? KeptNetwork.of(chosen) : null,
        form.networks().isBuilt(chosen),
        form.dataProperty().get(),
        Map.of(
            OPTIMIZER, form.optimizerProperty().get().name(),
            SCHEDULE, form.scheduleProperty().get().name(),
            AUGMENTATION, form.augmentationProperty().get().name(),
            INIT, form.initProperty().get().name(),
            FROM, Objects.requireNonNullElse(form.fromProperty().get(), RecipeForm.SCRATCH),
            LEFT_OUT, form.leftOutProperty().get()),
        form.numbers().stream()
            .collect(
                Collectors.toMap(
                    number -> number.field().key(), number -> number.textProperty().get())),
        form.moreProperty().get(),
        form.lessonProperty().get());
  }

  /** Fills a form in; what this Inkling does not know, or is not there, stays as it is. */
  void fillIn(RecipeForm form) {
    chosen().ifPresent(built ? form.networks()::use : form.networks()::useKept);
    if (data != null && RecipeForm.isDataGood(data)) {
      form.dataProperty().set(data);
    }
    Map<String, String> chosen = choices == null ? Map.of() : choices;
    choose(form.optimizerProperty(), chosen.get(OPTIMIZER));
    choose(form.scheduleProperty(), chosen.get(SCHEDULE));
    choose(form.augmentationProperty(), chosen.get(AUGMENTATION));
    choose(form.initProperty(), chosen.get(INIT));
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

  private static <E extends Enum<E>> void choose(ObjectProperty<E> choice, @Nullable String name) {
    Arrays.stream(choice.get().getDeclaringClass().getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .ifPresent(choice::set);
  }
}
