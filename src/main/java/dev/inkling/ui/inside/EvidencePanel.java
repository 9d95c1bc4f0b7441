package dev.inkling.ui.inside;

import dev.inkling.chart.SignedShades;
import dev.inkling.ui.inside.WhyViewModel.Reasons;
import dev.inkling.ui.kit.Texts;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The network's picture, with what speaks for the digit and against it in colour. */
final class EvidencePanel extends VBox {
  private final WhyViewModel why;
  private final Texts texts;
  private final SquareCanvas picture = new SquareCanvas(28, 196, 1120);

  EvidencePanel(WhyViewModel why, Texts texts) {
    this.why = why;
    this.texts = texts;
    getStyleClass().add("panel");
    setAlignment(Pos.TOP_CENTER);
    Label question = new Label();
    question.setId("inside-why-question");
    question.getStyleClass().add("chart-title");
    question
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::question,
                why.reasons().answerProperty(),
                why.reasons().currentProperty(),
                why.digitProperty(),
                texts.messagesProperty()));
    question.setWrapText(true);
    VBox.setVgrow(picture, Priority.ALWAYS);
    picture.visibleProperty().bind(why.reasons().answerProperty().isNotNull());
    picture.accessibleTextProperty().bind(question.textProperty());
    getChildren().addAll(question, picture, legend());
    why.reasons().answerProperty().subscribe(_ -> show());
    why.digitProperty().subscribe(_ -> show());
  }

  private void show() {
    Reasons reasons = why.reasons().answerProperty().get();
    Integer digit = why.digitProperty().getValue();
    picture.show(
        reasons == null || digit == null
            ? SquareCanvas.BLACK
            : EvidencePicture.of(reasons.effects().whole().framed(), reasons.occlusion(), digit));
  }

  private String question() {
    Reasons reasons = why.reasons().answerProperty().get();
    Integer digit = why.digitProperty().getValue();
    if (reasons == null || digit == null) {
      boolean isWorking = !why.reasons().currentProperty().get();
      return texts.get(isWorking ? "inside.working" : "inside.blank");
    }
    boolean isAnswer = digit == reasons.effects().whole().digit();
    return texts.get(isAnswer ? "inside.why.for" : "inside.why.not", digit);
  }

  /** From the strongest evidence against the digit to the strongest for it. */
  private HBox legend() {
    Region colors = new Region();
    colors.setStyle(
        "-fx-background-color: linear-gradient(to right, "
            + web(SignedShades.color(-1, true))
            + ", black, "
            + web(SignedShades.color(1, true))
            + ")");
    colors.getStyleClass().add("evidence-scale");
    HBox.setHgrow(colors, Priority.ALWAYS);
    HBox legend = new HBox(8, strongest(-1), colors, strongest(1));
    legend.setAlignment(Pos.CENTER);
    legend.visibleProperty().bind(picture.visibleProperty());
    return legend;
  }

  private Label strongest(int sign) {
    Label label = new Label();
    label.getStyleClass().add("facts");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> strongestText(sign),
                why.reasons().answerProperty(),
                why.digitProperty(),
                texts.messagesProperty()));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private String strongestText(int sign) {
    Reasons reasons = why.reasons().answerProperty().get();
    Integer digit = why.digitProperty().getValue();
    if (reasons == null || digit == null) {
      return "";
    }
    double most = reasons.occlusion().strongest(digit);
    return texts.get(
        sign < 0 ? "inside.why.against" : "inside.why.pro",
        texts.format("%+.2f", sign * most).replace('-', '−'));
  }

  private static String web(int argb) {
    return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
  }
}
