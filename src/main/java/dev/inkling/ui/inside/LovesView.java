package dev.inkling.ui.inside;

import dev.inkling.chart.Film;
import dev.inkling.diagram.Block;
import dev.inkling.diagram.BlockCaptions;
import dev.inkling.explain.Ascent;
import dev.inkling.explain.Ascent.Dream;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Cell;
import dev.inkling.ui.inside.LovesViewModel.Start;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pictures that a network would love to see: one large, all others beside it. */
final class LovesView extends VBox implements Animated {
  /** How long a step is seen in an animation, and the last, in milliseconds. */
  private static final int PACE = 60;

  private static final int REST = 2_500;

  /** Of the steps, one in so many is a frame. */
  private static final int EVERY = 2;

  private final LovesViewModel loves;
  private final Texts texts;
  private final LovesText text;
  private final SquareCanvas picture = new SquareCanvas(28, 112, 1120);
  private final Label title = new Label();
  private final Label facts = new Label();
  private final Label steps = new Label();

  LovesView(LovesViewModel loves, Texts texts) {
    this.loves = loves;
    this.texts = texts;
    text = new LovesText(loves, texts);
    setId("inside-loves");
    getStyleClass().add("column");
    Region body = new SideBySide(large(), new LovesTiles(loves, texts));
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(tools(), body);
    for (Observable each :
        List.of(
            loves.dreamProperty(),
            loves.chosenProperty(),
            loves.failureProperty(),
            texts.messagesProperty())) {
      each.addListener(_ -> show());
    }
    show();
  }

  private Node tools() {
    Choice<Block> column = new Choice<>(texts, loves.columns(), loves.columnProperty(), this::name);
    column.setId("loves-column");
    column.setPrefWidth(190);
    column.accessibleTextProperty().bind(texts.bind("inside.loves.column"));
    Segments<Start> start =
        new Segments<>(
            texts,
            List.of(Start.values()),
            one -> "inside.loves." + one.name().toLowerCase(Locale.ROOT),
            loves.startProperty(),
            loves.startProperty()::set);
    CheckBox regular = new CheckBox();
    regular.setId("loves-regular");
    regular.textProperty().bind(texts.bind("inside.loves.regular"));
    regular.selectedProperty().bindBidirectional(loves.regularProperty());
    steps.setId("loves-steps");
    steps.setMinWidth(USE_PREF_SIZE);
    FlowPane tools = new FlowPane(10, 6, column, value(), start, regular, stop(), steps);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().addAll("panel", "pair-head");
    return tools;
  }

  private String name(Block column) {
    String name = BlockCaptions.name(column.main());
    int channels = column.size().channels();
    boolean areMaps = column.size().height() * column.size().width() > 1;
    boolean areClasses = column == loves.columns().getLast();
    String key = areClasses ? "inside.loves.classes" : "inside.loves.maps";
    return texts.get(areMaps || areClasses ? key : "inside.break.units", name, channels);
  }

  /** Where a value was chosen in the picture of the network: back to all of the map. */
  private CheckBox value() {
    CheckBox value = new CheckBox();
    value.setId("loves-value");
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::place, loves.placeProperty(), texts.messagesProperty()));
    value.visibleProperty().bind(loves.placeProperty().isNotNull());
    value.managedProperty().bind(value.visibleProperty());
    loves.placeProperty().subscribe(now -> value.setSelected(now != null));
    value.setOnAction(_ -> loves.wantMaps());
    return value;
  }

  private String place() {
    Cell at = loves.placeProperty().get();
    return at == null ? "" : texts.get("inside.loves.value", at.y() + 1, at.x() + 1);
  }

  private Button stop() {
    Button stop = new Button();
    stop.setId("loves-stop");
    stop.setMinWidth(USE_PREF_SIZE);
    stop.setOnAction(_ -> loves.stopOrGoOn());
    stop.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(deed()),
                loves.runningProperty(),
                loves.dreamProperty(),
                texts.messagesProperty()));
    loves
        .runningProperty()
        .subscribe(runs -> stop.setGraphic(new FontIcon(runs ? "bi-pause" : "bi-play")));
    return stop;
  }

  private String deed() {
    Dream dream = loves.dreamProperty().get();
    if (loves.runningProperty().get()) {
      return "inside.loves.stop";
    }
    boolean isDone = dream == null || dream.steps() >= Ascent.STEPS;
    return isDone ? "inside.loves.again" : "inside.loves.go";
  }

  private Region large() {
    title.setId("loves-title");
    title.getStyleClass().add("chart-title");
    facts.setId("loves-facts");
    facts.getStyleClass().add("facts");
    for (Label label : List.of(title, facts)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    VBox.setVgrow(picture, Priority.ALWAYS);
    VBox large = new VBox(title, picture, facts);
    large.setMinHeight(0); // the picture gives way to the words
    large.setAlignment(Pos.TOP_CENTER);
    large.getStyleClass().addAll("panel", "evidence");
    return large;
  }

  /** How all that are shown have grown. */
  @Override
  public Film film() {
    int first = loves.firstProperty().get();
    List<List<GreyImage>> growth = loves.growth();
    List<String> names =
        IntStream.range(0, growth.getLast().size()).mapToObj(i -> text.name(first + i)).toList();
    List<GrowthFigure> frames =
        IntStream.range(0, growth.size())
            .filter(step -> step % EVERY == 0 || step == growth.size() - 1)
            .mapToObj(step -> new GrowthFigure(text.all(), names, growth.get(step)))
            .toList();
    return new Film(List.copyOf(frames), frames.getFirst().sheet(), PACE, REST);
  }

  @Override
  public ObservableValue<Boolean> canMove() {
    return loves.dreamProperty().map(_ -> true).orElse(false);
  }

  private void show() {
    Dream dream = loves.dreamProperty().get();
    title.setText(text.title(loves.chosenProperty().get()));
    if (loves.failureProperty().get() != null) {
      facts.setText(texts.get(loves.failureProperty().get()));
    } else {
      facts.setText(text.facts(loves.chosenProperty().get()));
    }
    steps.setText(texts.get("inside.loves.step", dream == null ? 0 : dream.steps(), Ascent.STEPS));
    int at = text.index(loves.chosenProperty().get());
    picture.show(
        at < 0 ? SquareCanvas.BLACK : PixelImage.painting(PixelImage.of(dream.pictures().get(at))));
    picture.setAccessibleText(title.getText() + ": " + facts.getText());
  }
}
