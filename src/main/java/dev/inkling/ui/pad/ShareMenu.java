package dev.inkling.ui.pad;

import dev.inkling.file.PngFile;
import dev.inkling.ink.Drawing;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.awt.image.BufferedImage;
import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.embed.swing.SwingFXUtils;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;

/** What leaves the pad: the answer as text, the drawing as a picture or on paper. */
final class ShareMenu {
  private final PadViewModel pad;
  private final Texts texts;
  private final ShortcutButtons commands;
  private final MenuButton button = new MenuButton();

  private ShareMenu(PadViewModel pad, Texts texts, ShortcutButtons commands) {
    this.pad = pad;
    this.texts = texts;
    this.commands = commands;
  }

  /** The menu's button. */
  static MenuButton of(PadViewModel pad, Texts texts, ShortcutButtons commands) {
    ShareMenu menu = new ShareMenu(pad, texts, commands);
    ObservableBooleanValue isEmpty = pad.emptyBinding();
    MenuItem answer = menu.item("pad.copyAnswer", "Shortcut+C", menu::copyAnswer);
    answer.disableProperty().bind(pad.readingProperty().map(read -> !read.isAnswer()));
    MenuItem copy = menu.item("pad.copyPicture", "Shortcut+Shift+C", menu::copyPicture);
    MenuItem save = menu.item("pad.save", "Shortcut+S", menu::save);
    MenuItem print = menu.item("pad.print", "Shortcut+P", menu::print);
    for (MenuItem each : new MenuItem[] {copy, save, print}) {
      each.disableProperty().bind(isEmpty);
    }
    menu.button.getItems().addAll(answer, copy, new SeparatorMenuItem(), save, print);
    return commands.dress(menu.button, "pad.share", "bi-share");
  }

  private MenuItem item(String key, String keys, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId(key.replace('.', '-'));
    item.textProperty().bind(texts.bind(key));
    item.setAccelerator(KeyCombination.valueOf(keys));
    commands.tell(key, item.getAccelerator());
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Window window() {
    return button.getScene().getWindow();
  }

  private Drawing drawing() {
    return pad.drawingProperty().get();
  }

  private void copyAnswer() {
    String answer = new AnswerWords(pad, texts).answer();
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, answer));
    pad.tell("pad.copied", answer.replace('\n', ' '));
  }

  private void copyPicture() {
    Image picture = InkPainter.picture(drawing());
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, picture));
    pad.tell("pad.copied.picture");
  }

  private void save() {
    BufferedImage picture = SwingFXUtils.fromFXImage(InkPainter.picture(drawing()), null);
    SaveDialog.ask(window(), texts.get("pad.save"), "PNG", name(), ".png")
        .ifPresent(file -> pad.save(out -> PngFile.write(out, picture), file));
  }

  /** What is read, as far as it can be a file's name. */
  private String name() {
    return pad.readingProperty().get().isAnswer()
        ? texts.get("pad.save.name", new AnswerWords(pad, texts).answer().replace('\n', ' '))
        : texts.get("pad.save.name.none");
  }

  private void print() {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null) {
      pad.printed(false);
    } else if (job.showPrintDialog(window()) && job.printPage(page(job)) && job.endJob()) {
      pad.printed(true);
    } else {
      job.cancelJob();
    }
  }

  /** As wide as the paper, or as high. */
  private ImageView page(PrinterJob job) {
    PageLayout layout = job.getJobSettings().getPageLayout();
    ImageView page = new ImageView(InkPainter.picture(drawing()));
    page.setPreserveRatio(true);
    page.setFitWidth(layout.getPrintableWidth());
    page.setFitHeight(layout.getPrintableHeight());
    return page;
  }
}
