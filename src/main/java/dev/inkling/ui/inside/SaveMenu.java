package dev.inkling.ui.inside;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.inkling.export.ExportFormat;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.PngFile;
import dev.inkling.ui.chart.ChartImages;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Takes the page that is shown out of Inkling: any as a picture, some as an animation, and from the
 * picture of the network the network itself. Pictures are made here, encoding and writing is not.
 */
final class SaveMenu extends MenuButton {
  /** Pixels of a picture in a logical pixel: sharp in print too. */
  private static final double SCALE = 2;

  private final InsideViewModel inside;
  private final Texts texts;
  private final ObjectProperty<Region> page = new SimpleObjectProperty<>();

  /**
   * The menu of all pages.
   *
   * @param pages as they are shown; a {@link DiagramView} is offered as SVG too, what is {@link
   *     Animated} as GIF
   */
  SaveMenu(InsideViewModel inside, Texts texts, Map<Page, Region> pages) {
    super(null, new FontIcon("bi-download"));
    this.inside = inside;
    this.texts = texts;
    page.bind(inside.pageProperty().map(pages::get));
    setId("inside-save");
    getStyleClass().addAll(Styles.BUTTON_ICON, Tweaks.NO_ARROW);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind("inside.save"));
    setTooltip(tooltip);
    accessibleTextProperty().bind(texts.bind("inside.save"));
    disableProperty().bind(inside.subjectProperty().map(_ -> false).orElse(true));
    getItems()
        .addAll(
            item("png", "PNG", this::png),
            only(DiagramView.class, item("svg", "SVG", this::svg)),
            moving(item("gif", "GIF", () -> ((Animated) page.get()).film().gif())),
            moving(item("zip", "ZIP", () -> ((Animated) page.get()).film().zip())));
    for (ExportFormat format : ExportFormat.values()) {
      getItems().add(network(format));
    }
  }

  private MenuItem item(String key, String kind, Supplier<AtomicFile.Content> content) {
    MenuItem item = named(key);
    item.setOnAction(
        _ ->
            SaveDialog.ask(getScene().getWindow(), item.getText(), kind, name(), "." + key)
                .ifPresent(file -> inside.save(content.get(), file)));
    return item;
  }

  private MenuItem named(String key) {
    MenuItem item = new MenuItem();
    item.setId("inside-save-" + key);
    item.textProperty().bind(texts.bind("inside.save." + key));
    return item;
  }

  /** The network's name and the page's. */
  private String name() {
    String shown = inside.pageProperty().get().name().toLowerCase(Locale.ROOT);
    return network() + "-" + shown;
  }

  private String network() {
    return inside.subjectProperty().getValue().model().card().name();
  }

  private MenuItem only(Class<?> kind, MenuItem item) {
    item.visibleProperty().bind(page.map(kind::isInstance));
    return item;
  }

  private MenuItem moving(MenuItem item) {
    ObservableValue<Boolean> canMove =
        page.flatMap(shown -> shown instanceof Animated moving ? moving.canMove() : null);
    item.disableProperty().bind(canMove.map(can -> !can).orElse(true));
    return only(Animated.class, item);
  }

  private MenuItem network(ExportFormat format) {
    MenuItem item = named(format.typed());
    item.setOnAction(
        _ ->
            SaveDialog.ask(
                    getScene().getWindow(),
                    item.getText(),
                    format.title(),
                    network(),
                    format.ending())
                .ifPresent(file -> inside.export(format, file)));
    return only(NetworkView.class, item);
  }

  /** The page as it is seen now. */
  AtomicFile.Content png() {
    BufferedImage picture = ChartImages.png(page.get(), SCALE);
    return out -> PngFile.write(out, picture);
  }

  private AtomicFile.Content svg() {
    String svg = ((DiagramView) page.get()).picture().toSvg();
    return out -> out.write(svg.getBytes(StandardCharsets.UTF_8));
  }
}
