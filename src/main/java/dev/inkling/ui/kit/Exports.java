package dev.inkling.ui.kit;

import dev.inkling.file.AtomicFile;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * Writes what is taken out of Inkling, in the background, and tells where it is.
 *
 * @param files writes
 * @param topic tells what went well or wrong
 */
public record Exports(Background files, Notices.Topic topic) {
  /** Writes a file; on a failure an older one stays. */
  public void save(AtomicFile.Content content, Path file) {
    save(content, file, () -> {});
  }

  /** Likewise, and then something else, where it is there. */
  public void save(AtomicFile.Content content, Path file, Runnable then) {
    run(
        file,
        () -> {
          try {
            AtomicFile.write(file, content);
          } catch (IOException e) {
            throw new Problem(e, "problem.file.unwritable", file);
          }
        },
        then);
  }

  /**
   * Does whatever writes something, and tells that it is there.
   *
   * @param path of the file, or of the folder with several
   */
  public void run(Path path, Runnable work) {
    run(path, work, () -> {});
  }

  private void run(Path path, Runnable work, Runnable then) {
    topic.over();
    files.run(
        Executors.callable(work),
        _ -> {
          topic.saved(path);
          then.run();
        },
        topic::fail);
  }
}
