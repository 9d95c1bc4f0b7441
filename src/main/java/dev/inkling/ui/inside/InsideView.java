package dev.inkling.ui.inside;

import dev.inkling.ui.kit.Segments;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.PadViewModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The screen that looks into the network: on the left one draws, beside it is one of its pages. */
public final class InsideView extends StackPane {
  private final InsideViewModel inside;
  private final Texts texts;

  /** The screen. */
  public InsideView(
      InsideViewModel inside,
      PadViewModel pad,
      Texts texts,
      ObservableValue<Boolean> dark,
      Shortcuts shortcuts) {
    this.inside = inside;
    this.texts = texts;
    Map<Page, Region> pages = new EnumMap<>(Page.class);
    pages.put(Page.NETWORK, new NetworkView(inside.network(), texts));
    pages.put(Page.STEP, new StepView(inside.step(), texts));
    pages.put(Page.FRAMING, new FramingView(inside.framing(), texts));
    pages.put(Page.WHY, new WhyView(inside.why(), texts, dark));
    pages.put(Page.SURE, new SureView(inside.sure(), texts));
    pages.put(Page.LOVES, new LovesView(inside.loves(), texts));
    pages.put(Page.FOOLS, new FoolsView(inside.fools(), texts));
    pages.put(Page.FILM, new FilmView(inside.film(), texts));
    pages.put(Page.BREAK, new BreakView(inside.broken(), texts, dark));
    StackPane place = new StackPane();
    pages.forEach((page, view) -> place.getChildren().add(shownOn(page, view)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Segments<Page> tabs = pages();
    NetworkTools tools = new NetworkTools(inside, texts, pages);
    HBox bar = new HBox(tabs, gap, tools);
    tools
        .briefProperty()
        .bind(bar.widthProperty().subtract(tabs.widthProperty()).lessThan(NetworkTools.WIDTH));
    VBox right = new VBox(bar, place);
    right.getStyleClass().add("column");
    VBox.setVgrow(place, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    Region about = AboutPanel.of(texts, inside.pageProperty());
    VBox.setVgrow(about, Priority.ALWAYS);
    VBox left =
        new VBox(
            new SmallPad(pad, texts, dark, shortcuts),
            new NumberBar(pad, texts),
            new FooledBar(inside, texts),
            about);
    left.getStyleClass().addAll("column", "inside-left");
    HBox screen = new HBox(left, right);
    screen.getStyleClass().add("inside-screen");
    TourView tour = new TourView(inside.tour(), texts);
    getChildren().addAll(screen, tour);
    addEventFilter(KeyEvent.KEY_PRESSED, tour::handle);
  }

  private Region shownOn(Page page, Region view) {
    view.visibleProperty().bind(inside.pageProperty().isEqualTo(page));
    view.managedProperty().bind(view.visibleProperty());
    return view;
  }

  private Segments<Page> pages() {
    Segments<Page> pages =
        new Segments<>(
            texts,
            List.of(Page.values()),
            page -> "inside.page." + page.name().toLowerCase(Locale.ROOT),
            inside.pageProperty(),
            inside.pageProperty()::set);
    pages.getStyleClass().add("inside-pages");
    return pages;
  }
}
