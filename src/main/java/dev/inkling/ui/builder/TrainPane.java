package dev.inkling.ui.builder;

import atlantafx.base.theme.Styles;
import dev.inkling.check.Finding;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is wrong with the network as a whole, and the way to training, or why there is none. */
final class TrainPane extends VBox {
  private final BuilderViewModel builder;
  private final Texts texts;
  private final FindingsPane whole;
  private final Label why = new Label();
  private final Button train = new Button(null, new FontIcon("bi-graph-down"));

  TrainPane(BuilderViewModel builder, Texts texts) {
    this.builder = builder;
    this.texts = texts;
    whole = new FindingsPane(builder, texts);
    getStyleClass().add("builder-train");
    train.setId("builder-train");
    train.textProperty().bind(texts.bind("builder.train"));
    train.getStyleClass().add(Styles.ACCENT);
    train.setMaxWidth(Double.MAX_VALUE);
    train.setOnAction(_ -> builder.train());
    why.setId("builder-why");
    why.setWrapText(true);
    why.getStyleClass().add("facts");
    why.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(whole, train, why);
    builder.draftProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
  }

  private void show() {
    List<Finding> findings = builder.findingsProperty().get();
    whole.show(findings.stream().filter(each -> each.place() == Finding.WHOLE).toList());
    train.setDisable(!builder.isPossible());
    String wrong =
        findings.stream()
            .filter(each -> each.isError() && each.place() != Finding.WHOLE)
            .map(each -> builder.costsProperty().get().items().get(each.place()).brick().name())
            .distinct()
            .collect(Collectors.joining(", "));
    why.setText(
        builder.isPossible()
            ? texts.get("builder.train.what")
            : wrong.isEmpty()
                ? texts.get("builder.train.whole")
                : texts.get("builder.train.not", wrong));
  }
}
