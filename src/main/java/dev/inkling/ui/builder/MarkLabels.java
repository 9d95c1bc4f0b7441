package dev.inkling.ui.builder;

import dev.inkling.ui.builder.Marks.Mark;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** On a card, in words: what its layer has that another network has not. */
final class MarkLabels {
  private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");

  private final Texts texts;

  /** Beside the name. */
  final Label badge = badge();

  /** Above all else: what stood there. */
  final Label above = line("builder-removed");

  /** Below the name: how it was. */
  final Label before = line("builder-before");

  /** At the end. */
  final Label below = line("builder-removed");

  MarkLabels(Texts texts) {
    this.texts = texts;
  }

  /** A word that is there only where something differs. */
  static Label badge() {
    Label badge = line("builder-badge");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return badge;
  }

  private static Label line(String style) {
    Label line = new Label();
    line.getStyleClass().add(style);
    line.managedProperty().bind(line.visibleProperty());
    line.setVisible(false);
    return line;
  }

  static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
  }

  /** Shows a mark, and what stood behind the last card. */
  void show(Mark mark, List<String> behind) {
    String before = mark.before();
    show(badge, word(mark));
    badge.pseudoClassStateChanged(ADDED, mark.isAdded());
    show(this.before, before == null ? "" : texts.get("builder.mark.before", before));
    show(above, removed(mark.removed()));
    show(below, removed(behind));
  }

  private String word(Mark mark) {
    return mark.isAdded()
        ? texts.get("builder.mark.added")
        : mark.before() == null ? "" : texts.get("builder.mark.changed");
  }

  private String removed(List<String> layers) {
    return layers.stream()
        .map(layer -> texts.get("builder.mark.removed", layer))
        .collect(Collectors.joining("\n"));
  }

  /** All of it, as it is read aloud. */
  String spoken() {
    return List.of(above, badge, before, below).stream()
        .filter(Label::isVisible)
        .map(Label::getText)
        .collect(Collectors.joining(", "));
  }
}
