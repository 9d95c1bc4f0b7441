package dev.inkling.ui.data;

import java.util.List;

/** The parts of the screen, in the order of their buttons. A new one is a line here. */
final class DataParts {
  private DataParts() {}

  static List<DataPart> of(DataTools tools) {
    return List.of(
        new PicturesPart(tools),
        new MapPart(tools),
        new LabelErrorsPart(tools),
        new LearningCurvePart(tools),
        new PredictPart(tools));
  }
}
