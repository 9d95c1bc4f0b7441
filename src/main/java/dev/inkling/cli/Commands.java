package dev.inkling.cli;

import dev.inkling.file.AppFolders;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line, a class for each of its commands. */
public final class Commands {
  /** The argument by which {@code bench} starts a window to measure; a time follows. */
  public static final String OPENING = "--opening";

  private static final Logger LOG = Logger.getLogger(Commands.class.getName());

  private final Shell shell;
  private final WindowProbe windowProbe;

  /** Measures the window, which the command line itself knows nothing of. */
  public interface WindowProbe {
    /**
     * Measures how quick the window answers.
     *
     * @param isTraining whether to find out, too, what it costs that a run is in training
     */
    List<Measurement> measure(boolean isTraining) throws Exception;

    /**
     * Opens the window, has a digit read in it and measures both.
     *
     * @param begin when the program was started, in milliseconds as the system's clock counts them
     */
    List<Measurement> opening(long begin) throws Exception;
  }

  /**
   * Something that was measured.
   *
   * @param work what was done
   * @param unit of the samples
   * @param samples at least one
   */
  public record Measurement(String work, String unit, double... samples) {}

  /** A command line in the system's language that writes to these streams. */
  public Commands(AppFolders folders, PrintStream out, PrintStream err, WindowProbe windowProbe) {
    shell = new Shell(new Messages(Locale.getDefault()), folders, out, err);
    this.windowProbe = windowProbe;
  }

  /**
   * Measures how long the window takes to open, as it opens for people: no command line is read.
   *
   * @param begin see {@link WindowProbe#opening}
   */
  public void opening(long begin) throws Exception {
    windowProbe.opening(begin).stream().map(BenchRow::of).forEach(shell::json);
  }

  /**
   * Runs a command.
   *
   * @return 0 when it worked, 1 when the work failed, 2 for wrong usage
   */
  public int run(String... args) {
    CommandLine line = new CommandLine(new RootCommand());
    line.addSubcommand(new RecognizeCommand(shell));
    line.addSubcommand(new TrainCommand(shell));
    line.addSubcommand(new EvaluateCommand(shell));
    line.addSubcommand(new DrawingsCommand(shell));
    line.addSubcommand(new ModelsCommand(shell));
    line.addSubcommand(new ExportCommand(shell));
    line.addSubcommand(new PackCommand(shell));
    line.addSubcommand(new UnpackCommand(shell));
    line.addSubcommand(new BenchCommand(shell, windowProbe));
    line.setResourceBundle(shell.messages().bundle());
    line.setOut(writer(shell.out()));
    line.setErr(writer(shell.err()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, _) -> wrongUsage(e));
    line.setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    return line.execute(args);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private int wrongUsage(ParameterException e) {
    shell.err().println(sentence(e));
    shell.tell("cli.seeHelp", e.getCommandLine().getCommandSpec().qualifiedName());
    return CommandLine.ExitCode.USAGE;
  }

  /** Picocli speaks English only; its kinds of mistakes are few. */
  private String sentence(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched ->
          shell.messages().get("cli.unmatched", String.join(" ", unmatched.getUnmatched()));
      case MissingParameterException missing ->
          shell.messages().get("cli.missing", name(missing.getMissing().getFirst()));
      case OverwrittenOptionException twice ->
          shell.messages().get("cli.twice", name(twice.getOverwritten()));
      default ->
          e.getArgSpec() == null
              ? shell.messages().get("cli.missingCommand")
              : shell.messages().get("cli.value", name(e.getArgSpec()), e.getValue());
    };
  }

  private static String name(CommandLine.Model.ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName()
        : argument.paramLabel();
  }

  private int failed(Exception e, CommandLine command) {
    if (e instanceof UsageProblem problem) {
      shell.err().println(shell.messages().get(problem));
      shell.tell("cli.seeHelp", command.getCommandSpec().qualifiedName());
      return CommandLine.ExitCode.USAGE;
    }
    if (e instanceof Problem problem) {
      LOG.log(Level.FINE, "problem", problem);
      shell.err().println(shell.messages().get(problem));
    } else {
      LOG.log(Level.FINE, "defect", e);
      shell.tell("problem.unexpected", e);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
