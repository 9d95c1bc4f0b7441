package dev.inkling.ui.shell;

import atlantafx.base.theme.Styles;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Notice;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What is told, a line for each, the newest first, above the screens: it hides nothing of them. A
 * button shows those that have no line yet.
 */
final class NoticesView extends VBox {
  /** Lines at once, until somebody wants to see all. */
  private static final int LINES = 3;

  /** Of the window's height that all of them may take. */
  private static final double MOST = 0.4;

  private static final Duration GOOD_NEWS_STAYS = Duration.seconds(6);

  /** There is something to press. */
  private static final Duration SAVED_STAYS = Duration.seconds(20);

  private final Notices notices;
  private final Texts texts;
  private final Consumer<Path> showInFolder;
  private final Map<Notice, Node> lines = new HashMap<>();
  private final VBox box = new VBox();
  private final ScrollPane scrolling =
      new ScrollPane(box) {
        // As high as its lines are where they are wrapped.
        @Override
        public Orientation getContentBias() {
          return Orientation.HORIZONTAL;
        }
      };
  private final Button more = new Button();
  private boolean isAll;

  /**
   * No line yet.
   *
   * @param showInFolder shows a file that was saved, where files are managed
   */
  NoticesView(Notices notices, Texts texts, Consumer<Path> showInFolder) {
    this.notices = notices;
    this.texts = texts;
    this.showInFolder = showInFolder;
    setId("notices");
    more.setId("notices-more");
    more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "notices-more");
    more.setOnAction(_ -> showAll());
    scrolling.setFitToWidth(true);
    scrolling.setFocusTraversable(false);
    scrolling.getStyleClass().add("notices-scroll");
    getChildren().add(scrolling);
    notices.told().addListener((ListChangeListener<Notice>) _ -> show());
    texts.messagesProperty().subscribe(_ -> show());
  }

  /**
   * Lets Esc put the newest away, before others use that key: several controls take it for
   * themselves whether they need it or not. Menus and what else has popped up close first.
   */
  void installIn(Scene scene) {
    scrolling.maxHeightProperty().bind(scene.heightProperty().multiply(MOST));
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean isFree = event.getCode() == KeyCode.ESCAPE && !hasPopup(scene.getWindow());
          if (isFree && !notices.told().isEmpty()) {
            notices.dismiss(notices.told().getLast());
            event.consume();
          }
        });
  }

  private static boolean hasPopup(Window window) {
    return Window.getWindows().stream()
        .anyMatch(
            each ->
                each instanceof PopupWindow popup
                    && !(popup instanceof Tooltip)
                    && popup.getOwnerWindow() == window);
  }

  private void showAll() {
    isAll = true;
    show();
  }

  private void show() {
    List<Notice> told = notices.told().reversed();
    isAll &= told.size() > LINES;
    List<Notice> shown = isAll ? told : told.subList(0, Math.min(LINES, told.size()));
    lines.keySet().retainAll(shown);
    shown.forEach(notice -> lines.computeIfAbsent(notice, this::line));
    box.getChildren().setAll(shown.stream().map(lines::get).toList());
    if (told.size() > shown.size()) {
      more.setText(texts.get("notices.more", told.size() - shown.size()));
      box.getChildren().add(more);
    }
    scrolling.setVisible(!told.isEmpty());
    scrolling.setManaged(!told.isEmpty());
  }

  private Node line(Notice notice) {
    boolean isGood = !(notice instanceof Notice.Trouble);
    Label text = new Label();
    text.textProperty().bind(texts.messagesProperty().map(_ -> notice.text(texts)));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE); // never cut
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    IconButton away =
        new IconButton(texts, "notices.dismiss", "bi-x", () -> notices.dismiss(notice));
    away.getStyleClass().add(Styles.FLAT);
    HBox line = new HBox(new FontIcon(isGood ? "bi-check-circle" : "bi-info-circle"), text, away);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().addAll("notice", isGood ? "notice-good" : "notice-trouble");
    if (notice instanceof Notice.Saved saved) {
      line.getChildren().add(2, show(saved));
      leaveAfter(SAVED_STAYS, line, notice);
    } else if (isGood) {
      leaveAfter(GOOD_NEWS_STAYS, line, notice);
    }
    return line;
  }

  private Button show(Notice.Saved saved) {
    Button show = new Button();
    show.setId("notices-show");
    show.textProperty().bind(texts.bind("notices.show"));
    show.getStyleClass().addAll(Styles.SMALL);
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.setOnAction(_ -> showInFolder.accept(saved.path()));
    return show;
  }

  /** Not below the pointer or while its button has the focus: somebody is at it. */
  private void leaveAfter(Duration time, Node line, Notice notice) {
    PauseTransition stays = new PauseTransition(time);
    stays.setOnFinished(_ -> notices.dismiss(notice));
    line.hoverProperty()
        .or(line.focusWithinProperty())
        .subscribe(
            isUsed -> {
              if (isUsed) {
                stays.stop();
              } else {
                stays.playFromStart();
              }
            });
  }
}
