package dev.inkling.ui.data;

import dev.inkling.data.PictureSize;
import dev.inkling.explore.Duplicates.Group;
import dev.inkling.ui.data.LoadedImages.Use;
import dev.inkling.ui.data.PicturesViewModel.Look;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.SampleTile;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.TileGrid;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Classes with their counts on the left, images in the middle, one of them on the right. */
final class PicturesView extends HBox {
  /** Sizes of pictures that are named. */
  private static final int SIZES = 3;

  private final PicturesViewModel pictures;
  private final Texts texts;
  private final ImageWords words;
  private final TileGrid<ImageTile> grid;

  PicturesView(PicturesViewModel pictures, Texts texts, ObservableValue<Boolean> dark) {
    this.pictures = pictures;
    this.texts = texts;
    words = new ImageWords(texts);
    getStyleClass().add("gallery");
    grid =
        new TileGrid<>(
            ImageTile::new,
            (tile, i) -> fill(tile, i, dark.getValue()),
            ImageTile.HEIGHT,
            pictures.selectedProperty());
    grid.setId("data-tiles");
    grid.setPlaceholder(placeholder());
    pictures.shownProperty().subscribe(grid::show);
    dark.subscribe(_ -> grid.refresh());
    texts.messagesProperty().subscribe(_ -> grid.refresh());
    VBox tiles = new VBox(head(), grid);
    tiles.getStyleClass().addAll("panel", "gallery-tiles");
    VBox.setVgrow(grid, Priority.ALWAYS);
    HBox.setHgrow(tiles, Priority.ALWAYS);
    Button similar = new Button();
    similar.setId("data-similar");
    similar.textProperty().bind(texts.bind("data.similar"));
    similar.setMaxWidth(Double.MAX_VALUE);
    similar.setOnAction(_ -> pictures.findSimilar());
    ImagePane one =
        new ImagePane(pictures.imagesProperty(), pictures.selectedProperty(), texts, similar);
    getChildren().addAll(classes(), tiles, one);
  }

  private void fill(ImageTile tile, int i, boolean isDark) {
    LoadedImages images = pictures.imagesProperty().get();
    if (images != null && i < images.count()) {
      boolean isTest = images.use(i) == Use.TEST;
      tile.show(
          i,
          images.image(i),
          name(images, i),
          isTest,
          SampleTile.ink(isDark),
          () -> spoken(images, i));
    }
  }

  private String name(LoadedImages images, int i) {
    String label = words.label(images, i);
    return pictures
        .groupOf(i)
        .map(group -> (group + 1) + (isSame(group) ? " = " : " ≈ ") + label)
        .orElse(label);
  }

  private boolean isSame(int group) {
    List<Group> groups = pictures.groupsProperty().get();
    return groups != null && groups.get(group).areSame();
  }

  private String spoken(LoadedImages images, int i) {
    String image = words.of(images, i);
    return pictures
        .groupOf(i)
        .map(
            group ->
                texts.get(isSame(group) ? "data.group.same" : "data.group.near", group + 1, image))
        .orElse(image);
  }

  /** The classes, with what is to be said of their balance. */
  private Node classes() {
    Label balance = new Label();
    balance.setId("data-balance");
    balance.setWrapText(true);
    balance.setMinHeight(USE_PREF_SIZE);
    balance.getStyleClass().add("facts");
    balance
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::balance, pictures.countsProperty(), texts.messagesProperty()));
    ClassCountsTable table = new ClassCountsTable(pictures, texts);
    VBox.setVgrow(table, Priority.ALWAYS);
    Button all = new Button();
    all.setId("data-all-classes");
    all.textProperty().bind(texts.bind("data.allClasses"));
    all.setMaxWidth(Double.MAX_VALUE);
    all.setOnAction(_ -> pictures.labelProperty().set(null));
    all.disableProperty().bind(pictures.labelProperty().isNull());
    VBox left = new VBox(balance, table, all);
    left.getStyleClass().addAll("panel", "data-left");
    return left;
  }

  /** What the classes have, and how large pictures were. */
  private String balance() {
    LoadedImages images = pictures.imagesProperty().get();
    String sizes = images == null || images.sizes().isEmpty() ? "" : "\n" + sizes(images);
    return counts() + sizes;
  }

  /** The most frequent ones. */
  private String sizes(LoadedImages images) {
    String some =
        images.sizes().entrySet().stream()
            .sorted(Map.Entry.<PictureSize, Integer>comparingByValue().reversed())
            .limit(SIZES)
            .map(
                size ->
                    texts.get(
                        "data.size",
                        size.getKey().width(),
                        size.getKey().height(),
                        size.getValue()))
            .collect(Collectors.joining(", "));
    boolean areMore = images.sizes().size() > SIZES;
    return texts.get("data.sizes", areMore ? some + ", …" : some);
  }

  private String counts() {
    LoadedImages images = pictures.imagesProperty().get();
    if (images != null && !images.areLabeled()) {
      return texts.get("data.unlabeled", images.count());
    }
    Comparator<ClassCount> rarest = Comparator.comparingInt(ClassCount::compared);
    Optional<ClassCount> most = pictures.countsProperty().get().stream().max(rarest);
    Optional<ClassCount> least = pictures.countsProperty().get().stream().min(rarest);
    if (images == null || most.isEmpty() || least.isEmpty()) {
      return "";
    }
    return texts.sentences(
        texts.get("data.count", images.count(), images.classes().size()),
        balance(most.get(), least.get()));
  }

  private String balance(ClassCount most, ClassCount least) {
    return most.compared() == least.compared()
        ? texts.get("data.balance.same", most.compared())
        : texts.get(
            "data.balance.ends", most.name(), most.compared(), least.name(), least.compared());
  }

  private Node head() {
    Segments<Look> looks =
        new Segments<>(
            texts,
            List.of(Look.values()),
            look -> "data.look." + look.name().toLowerCase(Locale.ROOT),
            pictures.lookProperty(),
            pictures.lookProperty()::set);
    looks
        .button(Look.SIMILAR)
        .visibleProperty()
        .bind(pictures.lookProperty().isEqualTo(Look.SIMILAR));
    looks.button(Look.SIMILAR).managedProperty().bind(looks.button(Look.SIMILAR).visibleProperty());
    TextField search = new TextField();
    search.setId("data-search");
    search.setPrefColumnCount(10);
    search.setMinWidth(90);
    search.promptTextProperty().bind(texts.bind("data.search"));
    search.accessibleTextProperty().bind(texts.bind("data.search.help"));
    search.textProperty().bindBidirectional(pictures.searchProperty());
    CheckBox across = new CheckBox();
    across.setId("data-across");
    across.textProperty().bind(texts.bind("data.across"));
    across.setMinWidth(USE_PREF_SIZE);
    across.selectedProperty().bindBidirectional(pictures.onlyAcrossProperty());
    across.visibleProperty().bind(pictures.lookProperty().isEqualTo(Look.DUPLICATES));
    across.managedProperty().bind(across.visibleProperty());
    Label count = new Label();
    count.setId("data-shown");
    count.getStyleClass().add("facts");
    count.setMinWidth(USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::count,
                pictures.shownProperty(),
                pictures.groupsProperty(),
                texts.messagesProperty()));
    grid.accessibleTextProperty().bind(count.textProperty());
    FlowPane first = new FlowPane(8, 6, looks, count);
    first.setPrefWrapLength(100); // as narrow as the grid wants it
    FlowPane second = new FlowPane(8, 6, search, uses(), across);
    second.setPrefWrapLength(100);
    first.setAlignment(Pos.CENTER_LEFT);
    second.setAlignment(Pos.CENTER_LEFT);
    return new VBox(6, first, second);
  }

  private String count() {
    int images = pictures.shownProperty().get().size();
    List<Group> groups = pictures.groupsProperty().get();
    return pictures.lookProperty().get() == Look.DUPLICATES && groups != null
        ? texts.get("data.shown.groups", images, groups.size())
        : texts.get("data.shown", images);
  }

  private Node uses() {
    ObjectProperty<Optional<Use>> value = new SimpleObjectProperty<>(Optional.empty());
    pictures.useProperty().subscribe(now -> value.set(Optional.ofNullable(now)));
    value.addListener((_, _, now) -> pictures.useProperty().set(now.orElse(null)));
    Choice<Optional<Use>> uses =
        new Choice<>(
            texts,
            FXCollections.observableArrayList(
                List.of(
                    Optional.empty(),
                    Optional.of(Use.TRAINING),
                    Optional.of(Use.VALIDATION),
                    Optional.of(Use.TEST))),
            value,
            use -> use.map(words::use).orElseGet(() -> texts.get("data.use.all")));
    uses.setId("data-use");
    uses.setMinWidth(120);
    uses.accessibleTextProperty().bind(texts.bind("data.use"));
    return uses;
  }

  private Node placeholder() {
    Label nothing = new Label();
    nothing.setId("data-nothing");
    nothing.setWrapText(true);
    nothing
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(nothing()),
                pictures.workingProperty(),
                pictures.lookProperty(),
                pictures.groupsProperty(),
                texts.messagesProperty()));
    ProgressBar progress = new ProgressBar();
    progress.progressProperty().bind(pictures.progressProperty());
    progress.visibleProperty().bind(pictures.workingProperty());
    VBox box = new VBox(12, nothing, progress);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private String nothing() {
    if (pictures.workingProperty().get()) {
      return "data.searching";
    }
    boolean isNone =
        pictures.lookProperty().get() == Look.DUPLICATES
            && pictures.groupsProperty().get() != null
            && pictures.groupsProperty().get().isEmpty();
    return isNone ? "data.noDuplicates" : "data.nothing";
  }
}
