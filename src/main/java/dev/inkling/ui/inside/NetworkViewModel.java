package dev.inkling.ui.inside;

import dev.inkling.explain.ForwardPass;
import dev.inkling.ui.Background;
import dev.inkling.ui.Newest;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The way of a drawing through the network, layer by layer. */
final class NetworkViewModel {
  private static final Logger LOG = Logger.getLogger(NetworkViewModel.class.getName());

  private final Newest<Subject, ForwardPass> passes;

  // Properties
  private final ReadOnlyObjectWrapper<ForwardPass> pass = new ReadOnlyObjectWrapper<>();

  NetworkViewModel(ObservableValue<Subject> subject, Background worker) {
    passes =
        new Newest<>(
            worker, new PassReader(), pass::set, e -> LOG.log(Level.WARNING, "in a network", e));
    subject.subscribe(
        now -> {
          if (now != null) {
            passes.ask(now);
          }
        });
  }

  /** All values of the network for the drawing, of blank paper when there is no ink. */
  ReadOnlyObjectProperty<ForwardPass> passProperty() {
    return pass.getReadOnlyProperty();
  }
}
