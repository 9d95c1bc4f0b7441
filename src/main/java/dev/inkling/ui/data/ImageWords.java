package dev.inkling.ui.data;

import dev.inkling.data.Digits;
import dev.inkling.image.GreyImage;
import dev.inkling.ui.kit.Texts;
import java.util.Locale;

/** What is said of an image. */
record ImageWords(Texts texts) {
  /** The name of an image's class. */
  String label(LoadedImages images, int i) {
    int label = images.label(i);
    return label == Digits.NONE ? texts.get("data.noClass") : images.classes().get(label);
  }

  /** Its class, what it is for, and where it stands. */
  String of(LoadedImages images, int i) {
    return texts.get("data.image", label(images, i), use(images.use(i)), images.place(i));
  }

  /** What images are for. */
  String use(LoadedImages.Use use) {
    return texts.get("data.use." + use.name().toLowerCase(Locale.ROOT));
  }

  /** How large what it shows is. */
  String size(GreyImage image) {
    GreyImage.Box box = image.inkBox();
    return box == null
        ? texts.get("data.image.blank")
        : texts.get("data.image.size", box.width(), box.height());
  }
}
