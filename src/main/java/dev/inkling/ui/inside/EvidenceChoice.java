package dev.inkling.ui.inside;

import dev.inkling.ui.inside.WhyViewModel.Reasons;
import dev.inkling.ui.kit.OneStop;
import dev.inkling.ui.kit.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** All kinds of evidence beside each other, small; the one that is chosen is shown large. */
final class EvidenceChoice extends HBox {
  private static final double SIDE = 56;

  private final WhyViewModel why;
  private final Texts texts;
  private final Map<Evidence, PictureTile> tiles = new EnumMap<>(Evidence.class);

  EvidenceChoice(WhyViewModel why, Texts texts) {
    super(4);
    this.why = why;
    this.texts = texts;
    setId("inside-why-kinds");
    for (Evidence each : Evidence.values()) {
      String id = "inside-why-by-" + each.name().toLowerCase(Locale.ROOT);
      PictureTile tile = new PictureTile(id, SIDE, () -> why.shownProperty().set(each));
      HBox.setHgrow(tile, Priority.ALWAYS);
      tile.setPrefWidth(SIDE);
      tiles.put(each, tile);
      getChildren().add(tile);
    }
    OneStop.of(this);
    why.reasons().answerProperty().subscribe(_ -> show());
    why.digitProperty().subscribe(_ -> show());
    why.convProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
    why.shownProperty()
        .subscribe(now -> tiles.forEach((each, tile) -> tile.setSelected(each == now)));
  }

  private void show() {
    Reasons reasons = why.reasons().answerProperty().get();
    tiles.forEach(
        (each, tile) -> {
          float[] evidence = why.evidence(each);
          String name = texts.get(each.key());
          tile.show(
              reasons == null || evidence == null
                  ? null
                  : EvidencePicture.of(reasons.framed(), evidence),
              name,
              name);
        });
  }
}
