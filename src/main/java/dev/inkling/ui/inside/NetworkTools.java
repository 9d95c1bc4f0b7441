package dev.inkling.ui.inside;

import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the pages: the tour, all layers or few, and what can be taken elsewhere. */
final class NetworkTools extends HBox {
  /** Width that they take with words, in logical pixels. */
  static final double WIDTH = 290;

  private final InsideViewModel inside;
  private final Texts texts;
  private final BooleanProperty brief = new SimpleBooleanProperty();
  private final ToggleButton whole;
  private final Button tour;

  /**
   * The tools.
   *
   * @param pages that can be saved
   */
  NetworkTools(InsideViewModel inside, Texts texts, Map<Page, Region> pages) {
    this.inside = inside;
    this.texts = texts;
    setAlignment(Pos.CENTER_RIGHT);
    spacingProperty().bind(brief.map(is -> is ? 3 : 8));
    whole = whole();
    tour = tour();
    for (Labeled named : List.of(whole, tour)) {
      named
          .contentDisplayProperty()
          .bind(brief.map(is -> is ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
      Tooltip name = new Tooltip();
      name.textProperty().bind(named.textProperty());
      named.setTooltip(name);
    }
    getChildren().addAll(whole, copy(), new SaveMenu(inside, texts, pages), tour);
    setMinWidth(USE_PREF_SIZE);
  }

  /** Whether there is no room for words. */
  BooleanProperty briefProperty() {
    return brief;
  }

  private ToggleButton whole() {
    ToggleButton whole = new ToggleButton(null, new FontIcon("bi-layers"));
    whole.setId("inside-whole");
    whole.textProperty().bind(texts.bind("inside.network.whole"));
    whole.selectedProperty().bindBidirectional(inside.network().wholeProperty());
    whole.visibleProperty().bind(isOn(Page.NETWORK).or(isOn(Page.STEP)));
    whole.managedProperty().bind(whole.visibleProperty());
    return whole;
  }

  private BooleanBinding isOn(Page page) {
    return inside.pageProperty().isEqualTo(page);
  }

  private Button copy() {
    IconButton copy = new IconButton(texts, "inside.copy", "bi-bricks", inside::copy);
    copy.disableProperty().bind(inside.network().seenProperty().isNull());
    copy.visibleProperty().bind(isOn(Page.NETWORK));
    copy.managedProperty().bind(copy.visibleProperty());
    return copy;
  }

  private Button tour() {
    Button tour = new Button(null, new FontIcon("bi-signpost-2"));
    tour.setId("inside-begin-tour");
    tour.textProperty().bind(texts.bind("inside.tour"));
    tour.setOnAction(_ -> inside.tour().begin());
    return tour;
  }
}
