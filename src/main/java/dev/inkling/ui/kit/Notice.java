package dev.inkling.ui.kit;

import dev.inkling.text.Problem;

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

  /** Something went well: leaves by itself. */
  record GoodNews(String key, Object... arguments) implements Notice {
    @Override
    public String text(Texts texts) {
      return texts.get(key, arguments);
    }
  }
}
