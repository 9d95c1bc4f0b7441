package dev.inkling.ui.data;

import dev.inkling.data.Digits;
import dev.inkling.explore.Duplicates;
import dev.inkling.explore.Duplicates.Group;
import dev.inkling.ui.data.LoadedImages.Use;
import dev.inkling.ui.kit.Job;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Workers.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Images to look at: all, some, those that are like one, or duplicates. On the FX thread alone. */
final class PicturesViewModel {
  /** What is looked at. */
  enum Look {
    ALL,
    SIMILAR,
    DUPLICATES
  }

  private static final int SIMILAR = 200;

  private final Job job;
  private final Notices.Topic topic;
  private final Map<Integer, Integer> groupOf = new HashMap<>();

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable LoadedImages> images =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.ALL);
  private final ObjectProperty<@Nullable Integer> label = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Use> use = new SimpleObjectProperty<>();
  private final StringProperty search = new SimpleStringProperty("");
  private final BooleanProperty onlyAcross = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Integer> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<List<Integer>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<ClassCount>> counts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable List<Group>> groups = new ReadOnlyObjectWrapper<>();
  private List<Integer> similar = List.of();

  PicturesViewModel(DataTools tools) {
    job = new Job(tools.workers().on(Kind.EXPLORATION));
    topic = tools.notices().topic("pictures of a data set");
    look.addListener((_, _, now) -> open(now));
    label.addListener(_ -> find());
    use.addListener(_ -> find());
    search.addListener(_ -> find());
    onlyAcross.addListener(_ -> find());
  }

  /** The images; null while there are none. */
  ReadOnlyObjectProperty<@Nullable LoadedImages> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** What is looked at. */
  ObjectProperty<Look> lookProperty() {
    return look;
  }

  /** The class whose images are shown; null for all. */
  ObjectProperty<@Nullable Integer> labelProperty() {
    return label;
  }

  /** What the images that are shown are for; null for anything. */
  ObjectProperty<@Nullable Use> useProperty() {
    return use;
  }

  /** A place in the data set, or part of the name of a class; empty for all. */
  StringProperty searchProperty() {
    return search;
  }

  /** Whether only those duplicates are shown that are for testing and for training. */
  BooleanProperty onlyAcrossProperty() {
    return onlyAcross;
  }

  /** The image that is looked at, or null. */
  ObjectProperty<@Nullable Integer> selectedProperty() {
    return selected;
  }

  /** The images that are shown, in their order; of duplicates group after group. */
  ReadOnlyObjectProperty<List<Integer>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** How many images each class has. */
  ReadOnlyObjectProperty<List<ClassCount>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** The groups of duplicates; null before they were looked for. */
  ReadOnlyObjectProperty<@Nullable List<Group>> groupsProperty() {
    return groups.getReadOnlyProperty();
  }

  /** True while it is searched. */
  ReadOnlyBooleanProperty workingProperty() {
    return job.runningProperty();
  }

  /** Part that is searched, 0…1; below 0 while that is not known. */
  ReadOnlyDoubleProperty progressProperty() {
    return job.progressProperty();
  }

  /** The group of an image, counted from 0, while duplicates are shown. */
  Optional<Integer> groupOf(int i) {
    return look.get() == Look.DUPLICATES ? Optional.ofNullable(groupOf.get(i)) : Optional.empty();
  }

  // Commands

  /** Shows other images, or none. */
  void show(@Nullable LoadedImages other) {
    job.cancel();
    selected.set(null);
    groups.set(null);
    groupOf.clear();
    similar = List.of();
    label.set(null);
    images.set(other);
    counts.set(other == null ? List.of() : ClassCount.of(other));
    look.set(Look.ALL);
    find();
  }

  /** Shows the images that are the most like the one that is looked at. */
  void findSimilar() {
    LoadedImages all = images.get();
    Integer to = selected.get();
    if (all != null && to != null) {
      topic.over();
      job.begin(
          _ -> () -> Duplicates.similar(all.together(), to, SIMILAR),
          this::showSimilar,
          topic::fail);
    }
  }

  private void showSimilar(List<Integer> found) {
    similar = found;
    search.set("");
    label.set(null);
    use.set(null);
    look.set(Look.SIMILAR);
    find();
  }

  private void open(Look now) {
    LoadedImages all = images.get();
    if (now == Look.DUPLICATES && groups.get() == null && all != null) {
      topic.over();
      job.begin(
          listener -> () -> Duplicates.of(all.together(), listener::tell),
          this::showGroups,
          topic::fail);
    }
    find();
  }

  private void showGroups(List<Group> found) {
    groups.set(found);
    for (int g = 0; g < found.size(); g++) {
      int group = g;
      found.get(g).images().forEach(i -> groupOf.put(i, group));
    }
    find();
  }

  private void find() {
    LoadedImages all = images.get();
    shown.set(
        all == null ? List.of() : candidates(all).stream().filter(i -> passes(all, i)).toList());
  }

  private List<Integer> candidates(LoadedImages all) {
    return switch (look.get()) {
      case ALL -> IntStream.range(0, all.count()).boxed().toList();
      case SIMILAR -> similar;
      case DUPLICATES -> duplicates(all);
    };
  }

  private List<Integer> duplicates(LoadedImages all) {
    List<Integer> found = new ArrayList<>();
    if (groups.get() != null) {
      groups.get().stream()
          .filter(group -> !onlyAcross.get() || all.areAcross(group.images()))
          .forEach(group -> found.addAll(group.images()));
    }
    return found;
  }

  private boolean passes(LoadedImages all, int i) {
    boolean isOfClass = label.get() == null || label.get() == all.label(i);
    boolean isForUse = use.get() == null || use.get() == all.use(i);
    return isOfClass && isForUse && isFound(all, i, search.get().strip());
  }

  private static boolean isFound(LoadedImages all, int i, String text) {
    if (text.isEmpty()) {
      return true;
    }
    if (text.equals(String.valueOf(all.place(i)))) {
      return true;
    }
    int own = all.label(i);
    return !isNumber(text) && own != Digits.NONE && isPart(text, all.classes().get(own));
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isPart(String text, String name) {
    return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }
}
