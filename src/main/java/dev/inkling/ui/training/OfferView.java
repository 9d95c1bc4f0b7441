package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.FolderDialog;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where images can come from, when what is wanted is not on this computer. */
final class OfferView extends VBox {
  private final MissingImages missing;
  private final Texts texts;

  OfferView(MissingImages missing, Texts texts) {
    super(6);
    this.missing = missing;
    this.texts = texts;
    setId("training-offer");
    Label headline = new Label();
    headline.getStyleClass().add("headline");
    headline.setWrapText(true);
    headline
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("training.offer", texts.get(missing.what())),
                missing.askedProperty(),
                texts.messagesProperty()));
    Label why = new Label();
    why.setId("training-offer-why");
    why.setWrapText(true);
    why.setMinHeight(USE_PREF_SIZE);
    why.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::why,
                missing.problemProperty(),
                missing.askedProperty(),
                texts.messagesProperty()));
    Button download = button("download", "bi-cloud-arrow-down", missing::download);
    download.getStyleClass().add(Styles.ACCENT);
    FlowPane buttons =
        new FlowPane(
            8,
            8,
            download,
            button("folder", "bi-folder2-open", this::chooseFolder),
            button("write", "bi-pencil", missing::write));
    getChildren().addAll(headline, why, buttons);
    visibleProperty().bind(missing.askedProperty());
    managedProperty().bind(visibleProperty());
  }

  private String why() {
    Problem problem = missing.problemProperty().get();
    return problem == null ? texts.get(missing.why()) : texts.get(problem);
  }

  private void chooseFolder() {
    FolderDialog.ask(getScene().getWindow(), texts.get("training.data.folder"))
        .ifPresent(missing::use);
  }

  private Button button(String key, String icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId("training-offer-" + key);
    button.textProperty().bind(texts.bind("training.offer." + key));
    button.setOnAction(_ -> action.run());
    return button;
  }
}
