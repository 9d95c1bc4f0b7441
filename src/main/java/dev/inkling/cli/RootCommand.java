package dev.inkling.cli;

import dev.inkling.file.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** {@code inkling} with a subcommand; without one the window opens and this is not used. */
@Command(
    name = "inkling",
    resourceBundle = "dev.inkling.messages",
    versionProvider = RootCommand.PomVersion.class)
@SuppressWarnings("UnusedVariable") // picocli looks for these options itself
final class RootCommand {
  @Option(names = "--help", usageHelp = true, scope = picocli.CommandLine.ScopeType.INHERIT)
  private boolean isHelp;

  @Option(names = "--version", versionHelp = true)
  private boolean isVersion;

  /** The POM's version. */
  static final class PomVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"inkling " + Version.current()};
    }
  }
}
