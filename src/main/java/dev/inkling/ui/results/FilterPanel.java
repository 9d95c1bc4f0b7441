package dev.inkling.ui.results;

import atlantafx.base.theme.Styles;
import dev.inkling.data.Classes;
import dev.inkling.evaluate.Results;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.results.GalleryFilter.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;

/** Which samples a gallery shows. */
final class FilterPanel extends VBox {
  /** Stands for any class in a choice of classes, which has no place for null. */
  private static final int ANY = -1;

  private final GalleryViewModel gallery;
  private final Texts texts;
  private final ObjectProperty<GalleryFilter> filter;

  FilterPanel(GalleryViewModel gallery, Texts texts) {
    this.gallery = gallery;
    this.texts = texts;
    filter = gallery.filterProperty();
    getStyleClass().add("filters");
    getChildren()
        .addAll(
            kinds(),
            field("label", digit("label", GalleryFilter::label, GalleryFilter::withLabel)),
            field(
                "predicted",
                digit("predicted", GalleryFilter::predicted, GalleryFilter::withPredicted)),
            confidence(),
            field("index", indices()),
            labelErrors(gallery));
  }

  private Node field(String key, Node control) {
    return new VBox(2, name(key, control), control);
  }

  private Label name(String key, Node control) {
    Label name = new Label();
    name.textProperty().bind(texts.bind("results.filter." + key));
    name.getStyleClass().add("card-title");
    name.setLabelFor(control);
    return name;
  }

  private Node kinds() {
    return new Segments<>(
        texts,
        List.of(Kind.values()),
        kind -> "results.filter." + kind.name().toLowerCase(Locale.ROOT),
        filter.map(GalleryFilter::kind),
        kind -> filter.set(filter.get().withKind(kind)));
  }

  private Node digit(
      String key,
      Function<GalleryFilter, @Nullable Integer> get,
      BiFunction<GalleryFilter, @Nullable Integer, GalleryFilter> with) {
    ObjectProperty<Integer> value = new SimpleObjectProperty<>(ANY);
    ObservableList<Integer> offered =
        FXCollections.observableArrayList(IntStream.range(ANY, names().size()).boxed().toList());
    Choice<Integer> choice = new Choice<>(texts, offered, value, this::name);
    gallery
        .resultsProperty()
        .subscribe(
            _ -> {
              offer(offered);
              choice.rename();
            });
    choice.setId("results-filter-" + key);
    choice.accessibleTextProperty().bind(texts.bind("results.filter." + key));
    filter.subscribe(now -> value.set(Objects.requireNonNullElse(get.apply(now), ANY)));
    value.addListener((_, _, now) -> filter.set(with.apply(filter.get(), now == ANY ? null : now)));
    return choice;
  }

  /** As many classes as there are; what was chosen stays where there is one of its number. */
  private void offer(ObservableList<Integer> offered) {
    int count = names().size();
    if (offered.size() != count + 1) {
      offered.setAll(IntStream.range(ANY, count).boxed().toList());
    }
  }

  private String name(int label) {
    return label == ANY || label >= names().size()
        ? texts.get("results.filter.any")
        : names().get(label);
  }

  private List<String> names() {
    Results results = gallery.resultsProperty().getValue();
    return results == null ? Classes.DIGITS : results.evaluation().classes();
  }

  private Node confidence() {
    RangeSlider slider = new RangeSlider(0, 100, 0, 100);
    slider.setId("results-filter-confidence");
    slider.setBlockIncrement(1);
    slider.accessibleTextProperty().bind(texts.bind("results.filter.confidence"));
    slider.skinProperty().subscribe(_ -> nameThumbs(slider));
    Label range = new Label();
    range.getStyleClass().add("facts");
    // One look through all samples when the thumb is let go, not at every pixel.
    Runnable take =
        () ->
            filter.set(
                filter
                    .get()
                    .withConfidence(slider.getLowValue() / 100, slider.getHighValue() / 100));
    slider.lowValueChangingProperty().subscribe(isChanging -> takeIf(!isChanging, take));
    slider.highValueChangingProperty().subscribe(isChanging -> takeIf(!isChanging, take));
    slider.lowValueProperty().subscribe(_ -> takeIf(!slider.isLowValueChanging(), take));
    slider.highValueProperty().subscribe(_ -> takeIf(!slider.isHighValueChanging(), take));
    range
        .textProperty()
        .bind(
            slider
                .lowValueProperty()
                .flatMap(
                    low ->
                        slider
                            .highValueProperty()
                            .map(
                                high ->
                                    texts.format(
                                        "%.0f – %.0f%%", low.doubleValue(), high.doubleValue()))));
    filter.subscribe(
        now -> {
          slider.setHighValue(100 * now.high());
          slider.setLowValue(100 * now.low());
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new VBox(4, new HBox(name("confidence", slider), gap, range), slider);
  }

  /** Each is a stop of its own, of which screen readers are to know what it moves. */
  private void nameThumbs(RangeSlider slider) {
    for (String end : new String[] {"low", "high"}) {
      Node thumb = slider.lookup("." + end + "-thumb");
      if (thumb != null) {
        thumb.setAccessibleRole(AccessibleRole.THUMB);
        thumb.accessibleTextProperty().bind(texts.bind("results.filter.confidence." + end));
      }
    }
  }

  private static void takeIf(boolean isDone, Runnable take) {
    if (isDone) {
      take.run();
    }
  }

  private Node indices() {
    TextField field = new TextField();
    field.setId("results-filter-index");
    field.promptTextProperty().bind(texts.bind("results.filter.index.prompt"));
    field
        .textProperty()
        .addListener(
            (_, _, text) -> {
              Optional<IndexRanges> ranges = IndexRanges.parse(text);
              field.pseudoClassStateChanged(Styles.STATE_DANGER, ranges.isEmpty());
              ranges.ifPresent(known -> filter.set(filter.get().withIndices(known)));
            });
    filter.subscribe(now -> clearIfAll(field, now));
    return field;
  }

  /** When all filters are put back. */
  private static void clearIfAll(TextField field, GalleryFilter now) {
    boolean isOld = IndexRanges.parse(field.getText()).isPresent();
    if (isOld && now.indices().equals(IndexRanges.ALL) && !field.getText().isBlank()) {
      field.clear();
    }
  }

  private Node labelErrors(GalleryViewModel gallery) {
    CheckBox only = new CheckBox();
    only.setId("results-filter-errors");
    only.textProperty().bind(texts.bind("results.filter.errors"));
    only.setOnAction(_ -> filter.set(filter.get().withOnlyLabelErrors(only.isSelected())));
    filter.subscribe(now -> only.setSelected(now.onlyLabelErrors()));
    only.visibleProperty()
        .bind(
            gallery
                .resultsProperty()
                .map(results -> Objects.requireNonNull(results).labelErrors().count() > 0)
                .orElse(false));
    only.managedProperty().bind(only.visibleProperty());
    return only;
  }
}
