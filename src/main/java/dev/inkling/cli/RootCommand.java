package dev.inkling.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** {@code inkling} with a subcommand; without one the window opens and this is not used. */
@Command(
    name = "inkling",
    resourceBundle = "dev.inkling.messages",
    versionProvider = RootCommand.Version.class)
final class RootCommand {
  @Option(names = "--help", usageHelp = true, scope = picocli.CommandLine.ScopeType.INHERIT)
  private boolean isHelp;

  @Option(names = "--version", versionHelp = true)
  private boolean isVersion;

  /** The POM's version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      Properties properties = new Properties();
      try (InputStream in = RootCommand.class.getResourceAsStream("/dev/inkling/version.properties")) {
        properties.load(in);
      }
      return new String[] {"inkling " + properties.getProperty("version")};
    }
  }
}
