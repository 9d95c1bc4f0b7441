package dev.inkling.ui.kit;

import dev.inkling.text.Problem;
import java.nio.file.Path;

/** Something that a person is told. */
public sealed interface Notice {
  /** What it says in the present language. */
  String text(Texts texts);

  /** Something went wrong: stays until its cause is over or a person puts it away. */
  record Trouble(Notices.Topic topic, Problem problem) implements Notice {
    @Override
    public String text(Texts texts) {
      return texts.get(problem);
    }
  }

  /** Something was saved, and where: leaves by itself. */
  record Saved(Path path) implements Notice {
    @Override
    public String text(Texts texts) {
      return texts.get("notices.saved", path.getFileName());
    }
  }

  /** Something went well: leaves by itself. */
  record GoodNews(String key, Object... arguments) implements Notice {
    @Override
    public String text(Texts texts) {
      return texts.get(key, arguments);
    }
  }
}
