package dev.inkling.ui.kit;

import dev.inkling.file.AtomicFile;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * Writes what is taken out of Inkling, in the background.
 *
 * @param files writes
 * @param topic tells what went wrong
 */
public record Exports(Background files, Notices.Topic topic) {
  /** Writes a file; on a failure an older one stays. */
  public void save(AtomicFile.Content content, Path file) {
    run(
        () -> {
          try {
            AtomicFile.write(file, content);
          } catch (IOException e) {
            throw new Problem(e, "problem.file.unwritable", file);
          }
        });
  }

  /** Does whatever writes something. */
  public void run(Runnable work) {
    topic.over();
    files.run(Executors.callable(work), _ -> {}, topic::fail);
  }
}
