package dev.inkling.cli;

import dev.inkling.data.Mirrored;
import dev.inkling.file.AppFolders;
import dev.inkling.file.NamedPath;
import dev.inkling.text.Messages;
import dev.inkling.text.Numerals;
import dev.inkling.text.Problem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line, a class for each of its commands. */
public final class CommandRunner {
  private static final Logger LOG = Logger.getLogger(CommandRunner.class.getName());

  private final Shell shell;
  private final List<Function<Shell, Callable<Integer>>> others;

  /**
   * A command line in the system's language that writes to these streams.
   *
   * @param others commands of rooms above this one
   */
  public CommandRunner(
      AppFolders folders,
      PrintStream out,
      PrintStream err,
      List<Function<Shell, Callable<Integer>>> others) {
    shell = new Shell(new Messages(Locale.getDefault()), folders, out, err);
    this.others = List.copyOf(others);
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
    line.addSubcommand(new SweepCommand(shell));
    line.addSubcommand(new RunsCommand(shell));
    line.addSubcommand(new EvaluateCommand(shell));
    line.addSubcommand(new PredictCommand(shell));
    line.addSubcommand(new LabelsCommand(shell));
    line.addSubcommand(new LearningCurveCommand(shell));
    line.addSubcommand(new DrawingsCommand(shell));
    line.addSubcommand(new CollectionsCommand(shell));
    line.addSubcommand(new ModelsCommand(shell));
    line.addSubcommand(new ArchitecturesCommand(shell));
    line.addSubcommand(new ExportCommand(shell));
    line.addSubcommand(new PackCommand(shell));
    line.addSubcommand(new UnpackCommand(shell));
    others.forEach(other -> line.addSubcommand(other.apply(shell)));
    line.getSubcommands().values().forEach(RecipeOptions::addTo);
    line.setResourceBundle(shell.messages().bundle());
    line.setOut(writer(shell.out()));
    line.setErr(writer(shell.err()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(this::wrongUsage);
    line.setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    line.setExpandAtFiles(false); // a picture may be called @name.png
    line.registerConverter(Path.class, CommandRunner::path);
    readNumbers(line);
    if (!ProgressLine.hasEscapes()) {
      line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
    return written(execute(line, args));
  }

  private static Path path(String name) {
    if (name.isEmpty()) { // as a script's variable that is not set
      throw new Problem("problem.file.noName");
    }
    return NamedPath.of(name);
  }

  /** As people type them: 0,02 is a learning rate in half of the world. */
  private static void readNumbers(CommandLine line) {
    line.registerConverter(Double.class, Numerals::decimal);
    line.registerConverter(double.class, Numerals::decimal);
    line.registerConverter(Integer.class, text -> Math.toIntExact(Numerals.whole(text)));
    line.registerConverter(int.class, text -> Math.toIntExact(Numerals.whole(text)));
    line.registerConverter(Long.class, Numerals::whole);
    line.registerConverter(long.class, Numerals::whole);
  }

  /** Picocli hands exceptions over, but no errors, such as that there is no memory left. */
  private int execute(CommandLine line, String... args) {
    try {
      return line.execute(args);
    } catch (Error e) {
      return failed(e);
    }
  }

  /** Results that did not arrive are no success, whatever the work came to. */
  private int written(int exit) {
    if (!shell.isOutputLost()) {
      return exit;
    }
    shell.tell("problem.output");
    return exit == CommandLine.ExitCode.OK ? CommandLine.ExitCode.SOFTWARE : exit;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private int wrongUsage(ParameterException e, String... args) {
    shell.err().println(Printable.of(sentence(e, List.of(args))));
    shell.tell("cli.seeHelp", e.getCommandLine().getCommandSpec().qualifiedName());
    return CommandLine.ExitCode.USAGE;
  }

  /** Picocli speaks English only; its kinds of mistakes are few. */
  private String sentence(ParameterException e, List<String> args) {
    if (e.getCause() instanceof Problem problem) {
      return shell.messages().get(problem);
    }
    return switch (e) {
      case UnmatchedArgumentException unmatched ->
          shell.messages().get("cli.unmatched", String.join(" ", unmatched.getUnmatched()));
      case MissingParameterException missing -> missing(missing.getMissing().getFirst(), args);
      case OverwrittenOptionException twice ->
          shell.messages().get("cli.twice", name(twice.getOverwritten()));
      default ->
          e.getArgSpec() == null
              ? shell.messages().get("cli.missingCommand")
              : shell.messages().get("cli.value", name(e.getArgSpec()), e.getValue());
    };
  }

  /** What was not given at all, or given without its value. */
  private String missing(ArgSpec argument, List<String> args) {
    boolean isThere =
        argument instanceof OptionSpec option
            && args.stream().anyMatch(List.of(option.names())::contains);
    return shell.messages().get(isThere ? "cli.missing" : "cli.needed", name(argument));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private int failed(Throwable e, CommandLine command) {
    if (e instanceof UsageProblem problem) {
      shell.tell(problem);
      shell.tell("cli.seeHelp", command.getCommandSpec().qualifiedName());
      return CommandLine.ExitCode.USAGE;
    }
    return failed(e);
  }

  private int failed(Throwable e) {
    LOG.log(Level.FINE, e instanceof Problem ? "problem" : "defect", e);
    Problem problem = Problem.of(e);
    shell.tell(problem);
    if (problem.key().startsWith(Mirrored.PROBLEMS)) {
      shell.tell("cli.mnist.otherwise");
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
