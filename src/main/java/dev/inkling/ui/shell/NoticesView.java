package dev.inkling.ui.shell;

import atlantafx.base.theme.Styles;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Notice;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is told, a line for each, above the screens: it hides nothing of them. */
final class NoticesView extends VBox {
  /** Lines at once; others follow when one of these is gone. */
  private static final int LINES = 3;

  private static final Duration GOOD_NEWS_STAYS = Duration.seconds(6);

  private final Notices notices;
  private final Texts texts;
  private final Map<Notice, Node> lines = new HashMap<>();
  private final Label more = new Label();

  NoticesView(Notices notices, Texts texts) {
    this.notices = notices;
    this.texts = texts;
    setId("notices");
    more.setId("notices-more");
    more.getStyleClass().add("notices-more");
    notices.told().addListener((ListChangeListener<Notice>) _ -> show());
    texts.messagesProperty().subscribe(_ -> show());
  }

  /** Lets Esc put the oldest away, unless something else wants that key. */
  void installIn(Scene scene) {
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !notices.told().isEmpty()) {
            notices.dismiss(notices.told().getFirst());
            event.consume();
          }
        });
  }

  private void show() {
    List<Notice> told = notices.told();
    List<Notice> shown = told.subList(0, Math.min(LINES, told.size()));
    lines.keySet().retainAll(shown);
    shown.forEach(notice -> lines.computeIfAbsent(notice, this::line));
    getChildren().setAll(shown.stream().map(lines::get).toList());
    if (told.size() > LINES) {
      more.setText(texts.get("notices.more", told.size() - LINES));
      getChildren().add(more);
    }
  }

  private Node line(Notice notice) {
    boolean isGood = notice instanceof Notice.GoodNews;
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
    if (isGood) {
      PauseTransition stays = new PauseTransition(GOOD_NEWS_STAYS);
      stays.setOnFinished(_ -> notices.dismiss(notice));
      stays.play();
    }
    return line;
  }
}
