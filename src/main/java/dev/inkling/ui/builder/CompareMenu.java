package dev.inkling.ui.builder;

import atlantafx.base.theme.Styles;
import dev.inkling.model.Architecture;
import dev.inkling.model.Origin;
import dev.inkling.model.TeachingNetworks;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Whole;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What the network is compared with, and how much differs; another can be chosen. */
final class CompareMenu extends MenuButton {
  private final BuilderViewModel builder;
  private final Texts texts;

  CompareMenu(BuilderViewModel builder, Texts texts) {
    this.builder = builder;
    this.texts = texts;
    setId("builder-compare");
    getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    setMnemonicParsing(false);
    setMinWidth(0);
    Whole.of(this);
    builder.draftProperty().subscribe(_ -> say());
    builder.comparedProperty().addListener((_, _, _) -> remake());
    builder.draftProperty().map(draft -> draft.network().origin() != null).subscribe(_ -> remake());
    builder.shelf().ownProperty().subscribe(_ -> remake());
    texts.messagesProperty().subscribe(_ -> remake());
  }

  private void say() {
    Origin other = builder.comparedProperty().get();
    setText(
        other == null
            ? texts.get("builder.compare")
            : texts.get("builder.compare.with", other.name(), words(builder.marks())));
  }

  private String words(Marks marks) {
    List<String> words = new ArrayList<>();
    add(words, "builder.compare.added", marks.added());
    add(words, "builder.compare.changed", marks.changed() + (marks.pixels() ? 1 : 0));
    add(words, "builder.compare.removed", marks.removed());
    return words.isEmpty() ? texts.get("builder.compare.same") : String.join(", ", words);
  }

  private void add(List<String> words, String key, long count) {
    if (count > 0) {
      words.add(texts.get(key, count));
    }
  }

  private void remake() {
    say();
    List<MenuItem> items = new ArrayList<>();
    items.add(item(texts.get("builder.compare.nothing"), "nothing", builder::compareWithNothing));
    Origin origin = builder.draftProperty().get().network().origin();
    if (origin != null) {
      items.add(
          item(
              texts.get("builder.compare.origin", origin.name()),
              "origin",
              builder::compareWithOrigin));
    }
    for (List<Architecture> group :
        List.of(builder.shelf().ownProperty().get(), Architecture.all(), TeachingNetworks.ALL)) {
      if (!group.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      group.forEach(
          network ->
              items.add(item(network.name(), network.name(), () -> builder.compareWith(network))));
    }
    getItems().setAll(items);
  }

  private static MenuItem item(String text, String id, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId("builder-compare-" + id);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
