package dev.inkling.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.LogList;
import dev.inkling.support.TestStudio;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Notices.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Notices notices = new Notices();
  private final Topic pictures = notices.topic("pictures");
  private final Topic keeping = notices.topic("keeping");

  private static Problem missing(String file) {
    return new Problem("problem.file.missing", Path.of(file));
  }

  private List<String> told() {
    return notices.told().stream().map(notice -> notice.text(texts)).toList();
  }

  @Test
  void aSecondProblemHidesNotTheFirst() {
    keeping.fail(missing("drawings"));
    pictures.fail(missing("7.png"));
    notices.goodNews("program.imported.run", "first try");

    assertThat(told())
        .containsExactly(
            "drawings: there is no such file.",
            "7.png: there is no such file.",
            "The run “first try” has been added.");
  }

  @Test
  void whatGoesWrongIsLoggedOnce() {
    LogList log = new LogList();
    Logger inkling = Logger.getLogger("dev.inkling");
    inkling.addHandler(log);
    try {
      for (RuntimeException e : List.of(missing("7.png"), new IllegalStateException("stroke 1"))) {
        TestStudio.BACKGROUND.run(
            () -> {
              throw e;
            },
            _ -> {},
            pictures::fail);
      }
    } finally {
      inkling.removeHandler(log);
    }

    assertThat(notices.told()).hasSize(2);
    assertThat(log.records())
        .filteredOn(entry -> entry.getLevel() == Level.WARNING)
        .extracting(entry -> entry.getThrown().getClass().getSimpleName())
        .containsExactly("Problem", "IllegalStateException");
  }

  @Test
  void whatIsOverLeavesAndNothingElse() {
    pictures.fail(missing("7.png"));
    keeping.fail(missing("drawings"));
    pictures.fail(missing("8.png"));
    pictures.over();

    assertThat(told()).containsExactly("drawings: there is no such file.");
  }

  @Test
  void theSameIsToldOnceButAgainWhenItWasPutAway() {
    pictures.fail(new IllegalStateException("stroke 1"));
    pictures.fail(new IllegalStateException("stroke 1"));
    assertThat(notices.told()).hasSize(1);

    notices.dismiss(notices.told().getFirst());
    pictures.fail(new IllegalStateException("stroke 1"));
    assertThat(notices.told()).hasSize(1);
  }

  @Test
  void equalGoodNewsArePutAwayOneByOne() {
    notices.goodNews("pad.waiting");
    notices.goodNews("pad.waiting");
    notices.dismiss(notices.told().getLast());

    assertThat(notices.told()).hasSize(1);
  }
}
