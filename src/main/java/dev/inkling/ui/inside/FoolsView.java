package dev.inkling.ui.inside;

import dev.inkling.chart.SignedShades;
import dev.inkling.explain.Fooling;
import dev.inkling.explain.Fooling.Fooled;
import dev.inkling.explain.Fooling.Method;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The drawing, a small change, and both together; what is read then, by this and all others. */
final class FoolsView extends VBox {
  private final FoolsViewModel fools;
  private final Texts texts;
  private final Label verdict = new Label();
  private final SquareCanvas[] pictures = new SquareCanvas[3];
  private final Label[] titles = new Label[3];
  private final Label[] below = new Label[3];

  FoolsView(FoolsViewModel fools, Texts texts) {
    this.fools = fools;
    this.texts = texts;
    setId("inside-fools");
    getStyleClass().add("column");
    OthersPanel others = new OthersPanel(fools, texts);
    Region pictures = pictures();
    VBox.setVgrow(pictures, Priority.ALWAYS);
    getChildren().addAll(tools(), pictures, others);
    for (Observable each :
        List.of(
            fools.fooled().answerProperty(),
            fools.fooled().currentProperty(),
            fools.fooled().failureProperty(),
            texts.messagesProperty())) {
      each.addListener(_ -> show());
    }
    show();
  }

  private Node tools() {
    Choice<Integer> target =
        new Choice<>(texts, fools.targets(), fools.targetProperty(), this::name);
    target.setId("fools-target");
    target.setPrefWidth(140);
    target.accessibleTextProperty().bind(texts.bind("inside.fools.target"));
    Label named = new Label();
    named.textProperty().bind(texts.bind("inside.fools.target"));
    named.setMinWidth(USE_PREF_SIZE);
    named.setLabelFor(target);
    HBox wanted = new HBox(6, named, target);
    wanted.setAlignment(Pos.CENTER_LEFT);
    Segments<Method> method =
        new Segments<>(
            texts,
            List.of(Method.values()),
            one -> "inside.fools." + one.name().toLowerCase(Locale.ROOT),
            fools.methodProperty(),
            fools.methodProperty()::set);
    FlowPane tools = new FlowPane(10, 6, wanted, method, strength(), smallest());
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().addAll("panel", "pair-head");
    return tools;
  }

  private String name(int which) {
    return which == FoolsViewModel.ANY ? texts.get("inside.fools.any") : fools.name(which);
  }

  private Node strength() {
    Slider slider = new Slider(0, Fooling.MOST, 0);
    slider.setId("fools-strength");
    slider.setBlockIncrement(1);
    slider.setPrefWidth(110);
    slider.accessibleTextProperty().bind(texts.bind("inside.fools.strength"));
    Label value = new Label();
    value.setId("fools-strength-value");
    value.setMinWidth(78);
    value
        .textProperty()
        .bind(fools.strengthProperty().map(levels -> "ε = " + levels + "/" + Fooling.LEVELS));
    fools.strengthProperty().subscribe(now -> follow(slider, now.intValue()));
    slider
        .valueProperty()
        .addListener((_, _, at) -> fools.setStrength((int) Math.round(at.doubleValue())));
    HBox strength = new HBox(6, value, slider);
    strength.setAlignment(Pos.CENTER_LEFT);
    return strength;
  }

  /** Where the hand moves the thumb, it stays between two steps. */
  private static void follow(Slider slider, int levels) {
    if (Math.round(slider.getValue()) != levels) {
      slider.setValue(levels);
    }
  }

  private ToggleButton smallest() {
    ToggleButton smallest = new ToggleButton();
    smallest.setId("fools-smallest");
    smallest.textProperty().bind(texts.bind("inside.fools.smallest"));
    smallest.setMinWidth(USE_PREF_SIZE);
    smallest.selectedProperty().bindBidirectional(fools.smallestProperty());
    return smallest;
  }

  private Button look() {
    Button look = new Button(null, new FontIcon("bi-diagram-3"));
    look.setId("fools-look");
    look.textProperty().bind(texts.bind("inside.fools.look"));
    look.accessibleTextProperty().bind(texts.bind("inside.fools.look.help"));
    Tooltip help = new Tooltip();
    help.textProperty().bind(texts.bind("inside.fools.look.help"));
    look.setTooltip(help);
    look.setMinWidth(USE_PREF_SIZE);
    look.setOnAction(_ -> fools.look());
    look.disableProperty()
        .bind(fools.fooled().answerProperty().isNull().or(fools.fooled().currentProperty().not()));
    return look;
  }

  private Region pictures() {
    verdict.setId("fools-verdict");
    verdict.getStyleClass().add("chart-title");
    verdict.setWrapText(true);
    verdict.setMinHeight(USE_PREF_SIZE);
    verdict.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(verdict, Priority.ALWAYS);
    HBox said = new HBox(10, verdict, look());
    said.setAlignment(Pos.CENTER_LEFT);
    SideBySide row = new SideBySide(picture(0), picture(1), picture(2));
    VBox panel = new VBox(10, said, row);
    panel.setMinHeight(0); // pictures give way to words
    panel.getStyleClass().add("panel");
    VBox.setVgrow(row, Priority.ALWAYS);
    return panel;
  }

  private Region picture(int which) {
    SquareCanvas picture = new SquareCanvas(28, 84, 560);
    Label title = new Label();
    title.getStyleClass().add("card-title");
    Label words = new Label();
    words.setId("fools-" + List.of("before", "change", "after").get(which));
    words.getStyleClass().addAll(which == 1 ? "facts" : "answer-line", "fools-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    picture
        .accessibleTextProperty()
        .bind(Bindings.concat(title.textProperty(), ": ", words.textProperty()));
    pictures[which] = picture;
    titles[which] = title;
    below[which] = words;
    VBox.setVgrow(picture, Priority.ALWAYS);
    VBox tile = new VBox(6, title, picture, words);
    tile.setMinHeight(0);
    tile.setAlignment(Pos.TOP_CENTER);
    return tile;
  }

  private void show() {
    Fooled now = fools.fooled().answerProperty().get();
    verdict.setText(words(now));
    titles[0].setText(texts.get("inside.fools.before"));
    titles[1].setText(texts.get("inside.fools.change"));
    titles[2].setText(texts.get("inside.fools.after"));
    if (now == null) {
      for (int i = 0; i < pictures.length; i++) {
        pictures[i].show(SquareCanvas.BLACK);
        below[i].setText("");
      }
      return;
    }
    float[] change = now.change();
    int full = (int) Math.max(1, SignedShades.strongest(change));
    pictures[0].show(PixelImage.painting(PixelImage.of(now.before().framed())));
    pictures[1].show(PixelImage.painting(PixelImage.signed(change, full)));
    pictures[2].show(PixelImage.painting(PixelImage.of(now.after().framed())));
    below[0].setText(AnswerPanel.words(texts, now.before()));
    below[1].setText(texts.get("inside.fools.times", full, Fooling.LEVELS / full));
    below[2].setText(AnswerPanel.words(texts, now.after()));
  }

  private String words(Fooled now) {
    if (fools.fooled().failureProperty().get() != null) {
      return texts.get(fools.fooled().failureProperty().get());
    }
    boolean isCurrent = fools.fooled().currentProperty().get();
    if (now == null || !isCurrent) {
      return texts.get(isCurrent ? "inside.blank" : "inside.working");
    }
    String before = now.before().name();
    String after = now.after().name();
    if (!now.isFooled() && !now.after().isDigit()) {
      return texts.get("inside.fools.refused", now.strength(), before);
    }
    if (!now.isFooled()) {
      return texts.get("inside.fools.held", now.strength(), before, after);
    }
    return now.strength() == 0
        ? texts.get("inside.fools.already", after)
        : texts.get("inside.fools.turned", now.strength(), before, after);
  }
}
