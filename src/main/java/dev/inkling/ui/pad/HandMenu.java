package dev.inkling.ui.pad;

import dev.inkling.data.HandStore.Hands;
import dev.inkling.data.NamedHand;
import dev.inkling.ui.kit.NameDialog;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whose hand draws; and what can be done with it. */
public final class HandMenu extends MenuButton {
  private static final double WIDEST = 180;

  private final HandsViewModel hands;
  private final Texts texts;
  private final List<Function<HandMenu, MenuItem>> more;

  /**
   * The menu.
   *
   * @param more what can be done with a hand besides, made anew whenever the menu is
   */
  public HandMenu(HandsViewModel hands, Texts texts, List<Function<HandMenu, MenuItem>> more) {
    super(null, new FontIcon("bi-person"));
    this.hands = hands;
    this.texts = texts;
    this.more = more;
    setMaxWidth(WIDEST);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(accessibleTextProperty());
    setTooltip(tooltip);
    hands.chosenProperty().subscribe(this::remake);
    hands.drawnProperty().subscribe(this::remake);
    hands.handsProperty().subscribe(this::remake);
    texts.messagesProperty().subscribe(this::remake);
  }

  /** A name that is not too long is not cut. */
  @Override
  protected double computeMinWidth(double height) {
    return Math.min(computePrefWidth(height), WIDEST);
  }

  /** What a hand is called in the present language. */
  public static String name(NamedHand hand, Texts texts) {
    return hand.name() == null ? texts.get("hand.own") : hand.name();
  }

  /** Makes the menu anew. */
  public void remake() {
    NamedHand chosen = hands.chosenProperty().get();
    String name = name(chosen, texts);
    setText(name);
    setAccessibleText(texts.get("hand.menu", name));
    List<MenuItem> items = new ArrayList<>();
    ToggleGroup group = new ToggleGroup();
    for (NamedHand hand : hands.handsProperty().get().all()) {
      RadioMenuItem item = new RadioMenuItem(name(hand, texts));
      item.setMnemonicParsing(false); // a name may have what is none
      item.setToggleGroup(group);
      item.setSelected(hand.is(chosen.name()));
      item.setOnAction(_ -> hands.choose(hand));
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    items.add(item("hand.add", this::add));
    items.add(item("hand.rename", this::rename));
    more.forEach(each -> items.add(each.apply(this)));
    getItems().setAll(items);
  }

  /** An item with the name that a key of the messages has. */
  public MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void add() {
    ask("hand.add", "", NamedHand.UNNAMED).showAndWait().ifPresent(hands::add);
  }

  private void rename() {
    NamedHand hand = hands.chosenProperty().get();
    String before = hand.name() == null ? "" : hand.name();
    ask("hand.rename", before, hand).showAndWait().ifPresent(hands::rename);
  }

  private NameDialog ask(String key, String suggestion, NamedHand hand) {
    Scene scene = getScene();
    return new NameDialog(
        scene.getWindow(), texts, key, "hand.name", suggestion, name -> whyNot(name, hand));
  }

  private String whyNot(String name, NamedHand hand) {
    Hands there = hands.handsProperty().get();
    boolean isItsOwn = name.equalsIgnoreCase(hand.name());
    if (there.has(name) && !isItsOwn) {
      return texts.get("problem.hand.exists", name);
    }
    return NamedHand.isName(name)
        ? ""
        : texts.get("problem.hand.name", name, NamedHand.MOST_LETTERS);
  }
}
