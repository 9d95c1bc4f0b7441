package dev.inkling.ui.shell;

import dev.inkling.ui.builder.BuilderView;
import dev.inkling.ui.data.DataView;
import dev.inkling.ui.hand.HandView;
import dev.inkling.ui.inside.InsideView;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Workers.Kind;
import dev.inkling.ui.pad.PadView;
import dev.inkling.ui.pile.PileView;
import dev.inkling.ui.results.ResultsView;
import dev.inkling.ui.signs.SignsMenu;
import dev.inkling.ui.signs.SignsView;
import dev.inkling.ui.training.TrainingView;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** The screens of the window, in the order of their buttons. A new one is an entry here. */
final class Screens {
  static final String PAD = "window.pad";
  static final String TRAINING = "window.training";
  static final String RESULTS = "window.results";
  static final String HAND = "window.hand";
  static final String BUILDER = "window.builder";

  private static void nothing() {}

  private Screens() {}

  /** All of them. */
  static List<Screen> of(Studio studio, Texts texts, ObservableValue<Boolean> dark) {
    return List.of(
        new Screen(
            PAD,
            "bi-pencil",
            keys ->
                PileView.over(
                    new PadView(
                        studio.pad(),
                        texts,
                        dark,
                        keys,
                        new SignsView(studio.signs(), texts, dark, keys),
                        new SignsMenu(studio.signs(), texts)),
                    studio.pile(),
                    studio.on(Kind.FILES),
                    texts),
            () -> {
              studio.pad().lookAgain();
              studio.signs().load();
            },
            Screens::nothing),
        new Screen(
            TRAINING,
            "bi-graph-down",
            _ -> new TrainingView(studio.training(), texts),
            Screens::nothing,
            Screens::nothing),
        new Screen(
            RESULTS,
            "bi-grid-3x3",
            _ -> new ResultsView(studio.results(), texts, dark),
            () -> studio.results().open(studio.pad().modelProperty().get()),
            Screens::nothing),
        new Screen(
            "window.inside",
            "bi-diagram-3",
            keys -> new InsideView(studio.inside(), studio.pad(), texts, dark, keys),
            () -> studio.inside().shownProperty().set(true),
            () -> studio.inside().shownProperty().set(false)),
        new Screen(
            HAND,
            "bi-person",
            keys -> new HandView(studio.hand(), texts, dark, keys),
            studio.hand()::show,
            Screens::nothing),
        new Screen(
            "window.data",
            "bi-images",
            keys -> new DataView(studio.data(), texts, dark, keys),
            studio.data()::open,
            Screens::nothing),
        new Screen(
            BUILDER,
            "bi-bricks",
            keys -> new BuilderView(studio.builder(), texts, keys),
            studio.training().shelf()::load,
            Screens::nothing));
  }
}
