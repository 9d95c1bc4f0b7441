package dev.inkling.ui.pad;

import dev.inkling.chart.ValueFormat;
import dev.inkling.recognize.Reading;
import dev.inkling.ui.kit.Texts;
import java.util.List;

/** What is said of listed pictures. */
record PictureWords(Texts texts) {
  /** How far the reading has come. */
  String title(List<ListedPicture> pictures) {
    long read = pictures.stream().filter(ListedPicture::isRead).count();
    long refused = pictures.stream().filter(ListedPicture::isRefused).count();
    return refused == 0
        ? texts.get("pad.list.title", read, pictures.size())
        : texts.get("pad.list.title.refused", read, pictures.size(), refused);
  }

  /** What was read in a picture, or why nothing was. */
  String answer(ListedPicture picture) {
    return switch (picture.outcome()) {
      case ListedPicture.Waiting _ -> texts.get("pad.list.waiting");
      case ListedPicture.Read(Reading reading) -> answer(reading);
      case ListedPicture.Refused refused -> texts.get(refused.problem());
    };
  }

  private String answer(Reading reading) {
    if (!reading.isNumber() && !reading.only().isDigit()) {
      return texts.get("pad.noDigit");
    }
    String text = reading.text().replace('\n', ' ');
    return text + "  ·  " + ValueFormat.percent(reading.confidence(), 1);
  }
}
