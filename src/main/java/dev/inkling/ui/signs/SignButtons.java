package dev.inkling.ui.signs;

import dev.inkling.data.SignCollection;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A button for each sign, which keeps what is on the pad as that sign, and says how many are. */
final class SignButtons extends ScrollPane {
  private static final PseudoClass READ = PseudoClass.getPseudoClass("read");

  /** The keys of the signs: digits as they stand on keyboards, then letters but pen and eraser. */
  private static final String KEYS = "1234567890abcdfghijklmnoqrstuvwxyz";

  /** What is typed to keep a sign. */
  static final String TYPED = "(?i)[0-9a-z&&[^ep]]";

  /** Pixels beyond which the signs scroll. */
  private static final double HIGHEST = 84;

  private final SignsViewModel signs;
  private final Texts texts;
  private final FlowPane flow = new FlowPane(6, 6);
  private final List<Button> buttons = new ArrayList<>();
  private final List<Label> counts = new ArrayList<>();

  SignButtons(SignsViewModel signs, Texts texts) {
    this.signs = signs;
    this.texts = texts;
    setContent(flow);
    setFitToWidth(true);
    getStyleClass().addAll("clear-scroll", "sign-buttons");
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setMaxHeight(HIGHEST);
    flow.heightProperty()
        .subscribe(height -> setMinHeight(Math.min(HIGHEST, height.doubleValue() + 2)));
    signs.openProperty().subscribe(this::make);
    texts.messagesProperty().subscribe(this::count);
    signs.drawnProperty().subscribe(this::count);
    signs.pad().recognitionProperty().subscribe(this::read);
  }

  /** The sign that a typed character keeps. */
  static int label(String typed) {
    return KEYS.indexOf(typed.toLowerCase(Locale.ROOT));
  }

  /** The key of a sign; empty for those that have none. */
  private static String key(int label) {
    return label < KEYS.length() ? KEYS.substring(label, label + 1).toUpperCase(Locale.ROOT) : "";
  }

  private void make(@Nullable SignCollection open) {
    List<String> classes = open == null ? List.of() : open.classes();
    if (classes.equals(buttons.stream().map(Button::getText).toList())) {
      return;
    }
    buttons.clear();
    counts.clear();
    for (int label = 0; label < classes.size(); label++) {
      buttons.add(button(classes.get(label), label));
    }
    flow.getChildren().setAll(buttons);
    count();
  }

  private Button button(String sign, int label) {
    Label count = new Label();
    count.getStyleClass().add("sign-count");
    Label key = new Label(key(label));
    key.getStyleClass().add("sign-key");
    key.setVisible(!key.getText().isEmpty());
    key.setManaged(key.isVisible());
    HBox beside = new HBox(6, count, key);
    beside.setAlignment(Pos.CENTER);
    Button button = new Button(sign, beside);
    counts.add(count);
    button.setId("sign-" + label);
    button.getStyleClass().add("sign");
    button.setMnemonicParsing(false);
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setOnAction(_ -> signs.keep(label));
    button.disableProperty().bind(signs.pad().drawingProperty().map(drawing -> drawing.isEmpty()));
    button.setTooltip(new Tooltip());
    return button;
  }

  private void count() {
    for (int label = 0; label < buttons.size(); label++) {
      Button button = buttons.get(label);
      int count = signs.count(label);
      counts.get(label).setText(String.valueOf(count));
      String key = key(label);
      button
          .getTooltip()
          .setText(
              texts.get("signs.keep", button.getText()) + (key.isEmpty() ? "" : "  (" + key + ")"));
      button.setAccessibleText(texts.get("signs.keep.spoken", button.getText(), count));
    }
  }

  /** The button of what is read stands out. */
  private void read(Recognition read) {
    SignCollection open = signs.openProperty().get();
    boolean areThese = open != null && !read.isBlank() && read.classes().equals(open.classes());
    for (int label = 0; label < buttons.size(); label++) {
      buttons.get(label).pseudoClassStateChanged(READ, areThese && read.digit() == label);
    }
  }
}
