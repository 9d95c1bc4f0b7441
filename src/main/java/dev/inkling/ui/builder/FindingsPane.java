package dev.inkling.ui.builder;

import atlantafx.base.theme.Styles;
import dev.inkling.check.Finding;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is wrong at a place, in words, each with a button that mends it. */
final class FindingsPane extends VBox {
  private final BuilderViewModel builder;
  private final Texts texts;
  private List<Finding> shown = List.of();

  FindingsPane(BuilderViewModel builder, Texts texts) {
    this.builder = builder;
    this.texts = texts;
    getStyleClass().add("findings");
    managedProperty().bind(visibleProperty());
    setVisible(false);
    texts.messagesProperty().addListener(_ -> fill());
  }

  /** Shows these. */
  void show(List<Finding> findings) {
    if (!findings.equals(shown)) {
      shown = findings;
      fill();
    }
  }

  private void fill() {
    getChildren().setAll(shown.stream().map(this::row).toList());
    setVisible(!shown.isEmpty());
  }

  private Node row(Finding finding) {
    String gravity = finding.gravity().name().toLowerCase(Locale.ROOT);
    FontIcon icon =
        new FontIcon(
            switch (finding.gravity()) {
              case ERROR -> "bi-x-circle-fill";
              case WARNING -> "bi-exclamation-triangle-fill";
              case NOTE -> "bi-info-circle";
            });
    Label text = new Label(texts.get(finding.text()), icon);
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMinHeight(USE_PREF_SIZE);
    Button mend = new Button(texts.get(finding.mend()), new FontIcon("bi-wrench"));
    mend.setId("builder-mend-" + finding.rule());
    mend.getStyleClass().addAll(Styles.SMALL, "mend");
    mend.setMinWidth(USE_PREF_SIZE);
    mend.setOnAction(_ -> builder.mend(finding));
    VBox row = new VBox(text, mend);
    row.getStyleClass().addAll("finding", "finding-" + gravity);
    return row;
  }
}
