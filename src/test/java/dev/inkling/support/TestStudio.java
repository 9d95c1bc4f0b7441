package dev.inkling.support;

import dev.inkling.file.AppFolders;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Notice;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.shell.Studio;
import java.nio.file.Path;
import java.util.List;

/** The program without its window, in a folder of a test's own. */
public final class TestStudio {
  /** All work is done where and when it is asked for. */
  public static final Workers AT_ONCE = new Workers(_ -> Runnable::run, Runnable::run);

  /** Work that is done where it is asked for. */
  public static final Background BACKGROUND = new Background(Runnable::run, Runnable::run);

  private TestStudio() {}

  /** Everything in one folder, with the models that ship. */
  public static AppFolders folders(Path home) {
    return new AppFolders(
        home, home, home, Path.of(System.getProperty(AppFolders.MODELS, "models")));
  }

  /** A studio whose work is done at once. */
  public static Studio atOnce(Path home) {
    return new Studio(folders(home), AT_ONCE);
  }

  /** What a studio tells of that went wrong. */
  public static List<Problem> problems(Studio studio) {
    return problems(studio.notices());
  }

  /** What is told that went wrong. */
  public static List<Problem> problems(Notices notices) {
    return notices.told().stream()
        .filter(Notice.Trouble.class::isInstance)
        .map(notice -> ((Notice.Trouble) notice).problem())
        .toList();
  }
}
