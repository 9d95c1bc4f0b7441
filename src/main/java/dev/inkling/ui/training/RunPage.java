package dev.inkling.ui.training;

import java.util.List;
import java.util.Locale;

/** What is shown of a run, or of several. */
public enum RunPage {
  /** How well it reads, over the images seen. */
  CURVES,
  /** How each of its layers learns. */
  LAYERS;

  static final List<RunPage> ALL = List.of(values());

  /** Key of its name. */
  String key() {
    return "training.page." + name().toLowerCase(Locale.ROOT);
  }
}
