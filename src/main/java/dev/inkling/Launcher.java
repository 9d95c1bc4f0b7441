package dev.inkling;

import dev.inkling.bench.BenchCommand;
import dev.inkling.cli.CommandRunner;
import dev.inkling.file.AppFolders;
import dev.inkling.file.Leftovers;
import dev.inkling.file.Logs;
import dev.inkling.file.NamedPath;
import dev.inkling.file.TemporaryFolder;
import dev.inkling.image.PictureFiles;
import dev.inkling.model.EngineSetup;
import dev.inkling.pack.InklingFile;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import dev.inkling.text.Uncaught;
import dev.inkling.ui.shell.Inkling;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where Inkling starts: without arguments the window, with a packed model or run or a picture, too,
 * as file managers open them, and with other arguments a command. A window that is open already is
 * used, but with {@code --new-window}.
 */
public final class Launcher {
  /** Opens a window of its own where one is open already. */
  private static final String NEW_WINDOW = "--new-window";

  private Launcher() {}

  /** Starts Inkling; exits with 0 when it worked, 1 when the work failed, 2 for wrong usage. */
  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(
        new Uncaught(
            problem -> System.err.println(new Messages(Locale.getDefault()).get(problem))));
    System.setProperty("java.awt.headless", "true"); // pictures are drawn without a display
    // What libraries write, the log's lines among it, is for machines; people read Messages.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    try {
      start(AppFolders.ofUser(), args);
    } catch (Problem problem) {
      System.err.println(new Messages(Locale.getDefault()).get(problem));
      System.exit(1);
    }
  }

  private static void start(AppFolders folders, String... args) throws Exception {
    TemporaryFolder.ensure(folders.cache());
    Logs.writeTo(folders.cache().resolve("logs"));
    if (System.getProperty(EngineSetup.CACHE) == null) {
      System.setProperty(EngineSetup.CACHE, folders.engine().toString());
    }
    Leftovers.sweepInBackground(folders);
    boolean isAnother = args.length > 0 && args[0].equals(NEW_WINDOW);
    String[] rest = isAnother ? Arrays.copyOfRange(args, 1, args.length) : args;
    if (rest.length == 0) {
      Inkling.open(folders, Optional.empty(), isAnother);
    } else if (rest.length == 1 && opensInWindow(NamedPath.of(rest[0]))) {
      Inkling.open(folders, Optional.of(NamedPath.of(rest[0])), isAnother);
    } else {
      System.exit(run(folders, args));
    }
  }

  /**
   * True for a file that the window can open, by its name: a packed model or run, or a picture. It
   * is asked here, as commands load no class of the window.
   */
  static boolean opensInWindow(Path file) {
    return InklingFile.isNamed(file) || PictureFiles.isNamed(file);
  }

  private static int run(AppFolders folders, String... args) throws Exception {
    if (args.length == 2 && args[0].equals(BenchCommand.OPENING) && args[1].matches("\\d+")) {
      BenchCommand.opening(folders, Long.parseLong(args[1]));
      return 0;
    }
    return new CommandRunner(folders, System.out, System.err, List.of(BenchCommand::new)).run(args);
  }
}
