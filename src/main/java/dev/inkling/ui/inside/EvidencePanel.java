package dev.inkling.ui.inside;

import dev.inkling.chart.SignedShades;
import dev.inkling.diagram.BlockCaptions;
import dev.inkling.explain.Saliency.Cam;
import dev.inkling.ui.inside.WhyViewModel.Reasons;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
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
  private final SquareCanvas picture = new SquareCanvas(28, 112, 1120);

  /** The convolutions that there is a Grad-CAM of, counted from 0. */
  private final ObservableList<Integer> convs = FXCollections.observableArrayList();

  EvidencePanel(WhyViewModel why, Texts texts) {
    this.why = why;
    this.texts = texts;
    getStyleClass().addAll("panel", "evidence");
    setAlignment(Pos.TOP_CENTER);
    setMinHeight(0); // the picture gives way to the words
    Label question = label("inside-why-question", "chart-title", text(this::question));
    VBox.setVgrow(picture, Priority.ALWAYS);
    picture.visibleProperty().bind(why.reasons().answerProperty().isNotNull());
    Label can = label("inside-why-can", "facts", text(this::can));
    picture
        .accessibleTextProperty()
        .bind(Bindings.concat(question.textProperty(), " ", can.textProperty()));
    getChildren().addAll(question, picture, legend(), new EvidenceChoice(why, texts), can);
    for (Observable each : what()) {
      each.addListener(_ -> show());
    }
    show();
  }

  /** All that what is shown depends on. */
  private Observable[] what() {
    return new Observable[] {
      why.reasons().answerProperty(),
      why.reasons().currentProperty(),
      why.digitProperty(),
      why.shownProperty(),
      why.convProperty(),
      texts.messagesProperty()
    };
  }

  private StringBinding text(Callable<String> words) {
    return Bindings.createStringBinding(words, what());
  }

  private static Label label(String id, String style, StringBinding text) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    label.textProperty().bind(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private void show() {
    Reasons reasons = why.reasons().answerProperty().get();
    float[] evidence = why.evidence(why.shownProperty().get());
    List<Integer> all =
        reasons == null
            ? List.of()
            : IntStream.range(0, reasons.saliency().cams().size()).boxed().toList();
    if (reasons != null && !all.equals(convs)) {
      convs.setAll(all);
      why.convProperty().set(null);
    }
    if (reasons == null || evidence == null) {
      picture.show(
          reasons == null
              ? SquareCanvas.BLACK
              : PixelImage.painting(PixelImage.of(reasons.framed())));
    } else {
      picture.show(PixelImage.painting(EvidencePicture.of(reasons.framed(), evidence)));
    }
  }

  private String question() {
    Reasons reasons = why.reasons().answerProperty().get();
    Integer digit = why.digitProperty().getValue();
    if (reasons == null || digit == null) {
      boolean isWorking = !why.reasons().currentProperty().get();
      return texts.get(isWorking ? "inside.working" : "inside.blank");
    }
    boolean isAnswer = digit == reasons.effects().whole().digit();
    return texts.get(isAnswer ? "inside.why.for" : "inside.why.not", reasons.name(digit));
  }

  /** What the evidence can say, and what it cannot; why there is none. */
  private String can() {
    Reasons reasons = why.reasons().answerProperty().get();
    Evidence shown = why.shownProperty().get();
    if (reasons == null) {
      return "";
    }
    if (!shown.isThere(reasons)) {
      return texts.get("inside.why.noConv");
    }
    float[] evidence = why.evidence(shown);
    if (shown == Evidence.CAM && evidence != null && SignedShades.strongest(evidence) == 0) {
      return texts.get("inside.why.nothing");
    }
    boolean isSame = shown == Evidence.GUIDED && reasons.saliency().rectifiers() == 0;
    return texts.get(isSame ? "inside.why.noRelu" : shown.key() + ".can");
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
    HBox legend = new HBox(8, conv(), strongest(-1), colors, strongest(1));
    legend.setAlignment(Pos.CENTER);
    legend.visibleProperty().bind(picture.visibleProperty());
    return legend;
  }

  private Choice<Integer> conv() {
    Choice<Integer> conv = new Choice<>(texts, convs, why.convProperty(), this::name);
    conv.setId("inside-why-conv");
    conv.setPrefWidth(110);
    conv.setMinWidth(90);
    conv.accessibleTextProperty().bind(texts.bind("inside.why.conv"));
    conv.promptTextProperty().bind(texts.bind("inside.why.conv.last"));
    conv.visibleProperty().bind(why.shownProperty().isEqualTo(Evidence.CAM));
    conv.managedProperty().bind(conv.visibleProperty());
    return conv;
  }

  private String name(int conv) {
    Reasons reasons = why.reasons().answerProperty().get();
    if (reasons == null || conv >= reasons.saliency().cams().size()) {
      return "";
    }
    Cam cam = reasons.saliency().cams().get(conv);
    String size = cam.size().height() + "×" + cam.size().width();
    return BlockCaptions.name(cam.conv()) + " · " + size;
  }

  private Label strongest(int sign) {
    Label label = new Label();
    label.getStyleClass().add("facts");
    label.textProperty().bind(text(() -> strongestText(sign)));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private String strongestText(int sign) {
    float[] evidence = why.evidence(why.shownProperty().get());
    if (evidence == null) {
      return "";
    }
    double most = SignedShades.strongest(evidence);
    return texts.get(
        sign < 0 ? "inside.why.against" : "inside.why.pro",
        texts.format("%+.2f", sign * most).replace('-', '−'));
  }

  private static String web(int argb) {
    return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
  }
}
