package dev.inkling.ui.inside;

import dev.inkling.explain.Saliency.Cam;
import dev.inkling.ui.inside.WhyViewModel.Reasons;
import java.util.Locale;

/** Ways to tell which pixels speak for a class, each of which can say something else. */
enum Evidence {
  OCCLUSION,
  GRADIENT,
  PRODUCT,
  GUIDED,
  CAM;

  /** Key of its name; behind it {@code .can} has what it can say and what it cannot. */
  String key() {
    return "inside.why.by." + name().toLowerCase(Locale.ROOT);
  }

  /** Whether there is such evidence of a network. */
  boolean isThere(Reasons reasons) {
    return this != CAM || !reasons.saliency().cams().isEmpty();
  }

  /**
   * What speaks for a class and against it, for each pixel.
   *
   * @param conv which of the convolutions {@link #CAM} is of, counted from 0
   */
  float[] of(Reasons reasons, int which, int conv) {
    return switch (this) {
      case OCCLUSION -> reasons.occlusion().evidence()[which];
      case GRADIENT -> reasons.saliency().slopes()[which];
      case PRODUCT -> reasons.saliency().products()[which];
      case GUIDED -> reasons.saliency().guided()[which];
      case CAM -> cam(reasons, which, conv);
    };
  }

  private static float[] cam(Reasons reasons, int which, int conv) {
    Cam cam = reasons.saliency().cams().get(conv);
    return cam.onPicture(which);
  }
}
