package dev.inkling.ui.kit;

import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * All that a person is told, from whatever screen, in the order in which it came. None hides or
 * deletes another. Used on the FX thread alone.
 */
public final class Notices {
  private static final Logger LOG = Logger.getLogger(Notices.class.getName());

  private final ObservableList<Notice> all = FXCollections.observableArrayList();

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<Notice> told = FXCollections.unmodifiableObservableList(all);

  /** Something that can go wrong, such as the opening of pictures. */
  public final class Topic {
    private final String name;

    private Topic(String name) {
      this.name = name;
    }

    /**
     * It went wrong. What is told already is not told twice. Only problems are logged: whatever
     * else comes was logged where it was caught, see {@link Background}.
     */
    public void fail(Throwable e) {
      if (e instanceof Problem) {
        LOG.log(Level.WARNING, name, e);
      }
      Problem problem = Problem.of(e);
      boolean isTold = all.stream().anyMatch(notice -> isAbout(notice) && says(notice, problem));
      if (!isTold) {
        all.add(new Notice.Trouble(this, problem));
      }
    }

    /** It is tried again, or it went well: what was told of it is no longer so. */
    public void over() {
      all.removeIf(this::isAbout);
    }

    /** True while something is told of it that nobody put away. */
    public boolean isTold() {
      return all.stream().anyMatch(this::isAbout);
    }

    /** A file, or a folder with several, is there now. */
    public void saved(Path path) {
      over();
      Notice saved = new Notice.Saved(path);
      all.remove(saved); // a second time is told as news
      all.add(saved);
    }

    private boolean isAbout(Notice notice) {
      return notice instanceof Notice.Trouble trouble && trouble.topic() == this;
    }
  }

  private static boolean says(Notice notice, Problem problem) {
    return notice instanceof Notice.Trouble trouble
        && trouble.problem().getMessage().equals(problem.getMessage());
  }

  /**
   * Something that can go wrong.
   *
   * @param name for the log
   */
  public Topic topic(String name) {
    return new Topic(name);
  }

  /** Tells of something that went well. */
  public void goodNews(String key, Object... arguments) {
    all.add(new Notice.GoodNews(key, arguments));
  }

  /** Puts a notice away. */
  public void dismiss(Notice notice) {
    all.removeIf(each -> each == notice);
  }

  /** What is told and was not put away, the oldest first. */
  public ObservableList<Notice> told() {
    return told;
  }
}
