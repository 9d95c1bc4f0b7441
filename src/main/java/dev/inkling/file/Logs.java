package dev.inkling.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Sends what is logged to a file: the console belongs to results, and what DJL has to say about
 * graphics cards and unpacked libraries helps only who looks for a fault.
 */
public final class Logs {
  /** System property of java.util.logging: who sets it has a configuration of their own. */
  private static final String OWN_CONFIGURATION = "java.util.logging.config.file";

  /** Of a file; the one before it is kept beside it. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int FILES = 2;

  /** Held here, for the log manager forgets a logger that nobody holds, and its level with it. */
  private static final Logger INKLING = Logger.getLogger("dev.inkling");

  /** Java's own prints a stack trace for the first line that cannot be written. */
  private static final ErrorManager SILENT =
      new ErrorManager() {
        @Override
        public synchronized void error(String message, Exception e, int code) {}
      };

  private Logs() {}

  /**
   * From now on logs to {@code inkling.0.log} in a folder, which is made where it is missing, and
   * to the console only what is severe. A folder that cannot be written costs the file, no more.
   */
  public static void writeTo(Path folder) {
    if (System.getProperty(OWN_CONFIGURATION) != null) {
      return;
    }
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.addHandler(at(Level.SEVERE, new ConsoleHandler()));
    INKLING.setLevel(Level.FINE);
    try {
      Files.createDirectories(folder);
      // A percent sign begins a placeholder: %g is the file's number, 0 the newest.
      String pattern = folder.toString().replace("%", "%%") + "/inkling.%g.log";
      Handler file = new FileHandler(pattern, MAX_BYTES, FILES, true);
      file.setFormatter(new SimpleFormatter());
      file.setErrorManager(SILENT); // a full disk is told by who has something to lose
      root.addHandler(at(Level.ALL, file));
    } catch (IOException e) {
      INKLING.log(Level.FINE, "no log file", e);
    }
  }

  private static Handler at(Level level, Handler handler) {
    handler.setLevel(level);
    return handler;
  }
}
