package dev.inkling.ui.inside;

import dev.inkling.chart.Figure;
import dev.inkling.diagram.Block;
import dev.inkling.diagram.NetworkDiagram;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;

/** The network as a picture, live; below it, where the value comes from that is pointed at. */
final class NetworkView extends DiagramView {
  private final Texts texts;

  NetworkView(NetworkViewModel network, Texts texts) {
    super(network, texts, "inside", "network");
    this.texts = texts;
    setId("inside-network");
    show(null, new LargeMap(network, texts), new OriginView(network, texts));
    SpotText text = new SpotText(network, texts);
    accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> text.place() + " " + text.formula(),
                network.spotProperty(),
                network.originProperty(),
                texts.messagesProperty()));
  }

  @Override
  Figure figure(Seen seen, List<Block> blocks) {
    return new NetworkDiagram(seen.pass(), blocks, seen.isBlank(), texts.messagesProperty().get());
  }
}
