package dev.inkling;

import dev.inkling.cli.Commands;
import dev.inkling.file.AppFolders;

/** Where Inkling starts: without arguments the window, with arguments a command. */
public final class Launcher {
  private Launcher() {}

  /** Starts Inkling; exits with 0 when it worked, 1 when the work failed, 2 for wrong usage. */
  public static void main(String[] args) {
    AppFolders folders = AppFolders.ofUser();
    System.exit(new Commands(folders, System.out, System.err).run(args));
  }
}
