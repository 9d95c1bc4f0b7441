package dev.inkling.ui.chart;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.inkling.file.AtomicFile;
import dev.inkling.file.PngFile;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Saves a chart as a picture. The picture is made here, encoding and writing it is not. */
public final class ChartMenu extends MenuButton {
  /** Pixels of the picture in a logical pixel: sharp in print too. */
  private static final double SCALE = 2;

  private final BiConsumer<AtomicFile.Content, Path> save;
  private final Texts texts;
  private final Region chart;

  /**
   * The menu of a chart.
   *
   * @param save writes a picture into a file, in the background
   * @param chart with an id, from which the file's name is made; a chart of this package is offered
   *     as SVG too, and one of curves, or of a figure that has numbers, as CSV
   */
  public ChartMenu(BiConsumer<AtomicFile.Content, Path> save, Texts texts, Region chart) {
    super(null, new FontIcon("bi-download"));
    this.save = save;
    this.texts = texts;
    this.chart = chart;
    setId(chart.getId() + "-save");
    getStyleClass()
        .addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, Tweaks.NO_ARROW, "chart-menu");
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind("training.chart.save"));
    setTooltip(tooltip);
    accessibleTextProperty().bind(texts.bind("training.chart.save"));
    getItems().add(item("png", "PNG", () -> png(ChartImages.png(chart, SCALE))));
    if (chart instanceof CanvasChart drawn) {
      getItems().add(item("svg", "SVG", () -> text(drawn.toSvg())));
    }
    if (chart instanceof LineChart lines) {
      getItems().add(item("csv", "CSV", () -> text(CurvesCsv.of(lines.series()))));
    }
    if (chart instanceof FigureChart drawn && drawn.picture().csv().isPresent()) {
      getItems().add(item("csv", "CSV", () -> text(drawn.picture().csv().orElseThrow())));
    }
  }

  private MenuItem item(String key, String kind, Supplier<AtomicFile.Content> picture) {
    MenuItem item = new MenuItem();
    item.setId(chart.getId() + "-" + key);
    item.textProperty().bind(texts.bind("training.chart." + key));
    item.setOnAction(
        _ ->
            SaveDialog.ask(
                    getScene().getWindow(),
                    texts.get("training.chart.save"),
                    kind,
                    chart.getId(),
                    "." + key)
                .ifPresent(file -> save.accept(picture.get(), file)));
    return item;
  }

  private static AtomicFile.Content png(BufferedImage image) {
    return out -> PngFile.write(out, image);
  }

  private static AtomicFile.Content text(String svg) {
    return out -> out.write(svg.getBytes(StandardCharsets.UTF_8));
  }
}
