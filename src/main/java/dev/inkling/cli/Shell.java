package dev.inkling.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.NamedHand;
import dev.inkling.evaluate.Upright;
import dev.inkling.file.AppFolders;
import dev.inkling.file.NamedPath;
import dev.inkling.model.ArchitectureStore;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.pack.Importer;
import dev.inkling.pack.InklingFile;
import dev.inkling.recognize.LineReader;
import dev.inkling.run.RunStore;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What every command works with: where to write and where to look.
 *
 * @param messages in the user's language
 * @param folders of the user
 * @param out for results
 * @param err for progress and messages
 */
public record Shell(Messages messages, AppFolders folders, PrintStream out, PrintStream err) {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  /** One result as a line of JSON. */
  public void json(Object result) {
    out.println(Printable.json(GSON.toJson(result)));
    out.flush();
  }

  /** A line of results for people. */
  public void result(String key, Object... arguments) {
    out.println(messages.get(key, Printable.of(arguments)));
    out.flush();
  }

  /** True when results went nowhere: the disk is full, or who read them has gone. */
  public boolean isOutputLost() {
    return out.checkError();
  }

  /** Numbers as the user's language writes them, see {@link Messages#format}. */
  public String format(String format, Object... arguments) {
    return messages.format(format, arguments);
  }

  /** A line of progress for people. */
  public void tell(String key, Object... arguments) {
    err.println(messages.get(key, Printable.of(arguments)));
  }

  /** The sentence of a problem. */
  public void tell(Problem problem) {
    tell(problem.key(), problem.arguments());
  }

  /** The models there are. */
  public ModelLibrary library() {
    return new ModelLibrary(folders);
  }

  /** The networks that can be trained. */
  public ArchitectureStore architectures() {
    return new ArchitectureStore(folders);
  }

  /** A model: by its name, its folder, or packed in a file. */
  public Model model(String nameOrPath) {
    Path path = NamedPath.of(nameOrPath);
    return InklingFile.isNamed(path)
        ? new Importer(folders).model(path)
        : ModelFolder.read(library().find(nameOrPath));
  }

  /** A model, ready to read. */
  public Classifier classifier(String nameOrPath) {
    return Classifier.steady(model(nameOrPath));
  }

  /** Reads lines of pictures, with the network that ships. */
  public LineReader lineReader() {
    return LineReader.of(library());
  }

  /** The data sets there are. */
  public DataSource data() {
    return DataSource.of(folders);
  }

  /** Loads a data set; digits that lie on their side are turned, which is told. */
  DataSet upright(String name, DataSource source) {
    DataSet images = source.load(name, downloadProgress());
    String upright = Upright.name(images.name(), images.train(), library());
    if (upright.equals(images.name())) {
      return images;
    }
    tell("cli.data.transposed", images.name());
    return source.load(upright, downloadProgress());
  }

  /**
   * Name of the model that learned a hand.
   *
   * @throws Problem when none did, or there is no such hand
   */
  String networkOf(String hand) {
    NamedHand known = new HandNames(this).find(hand, data().drawings().hands().hands().all());
    return Optional.ofNullable(known.network())
        .orElseThrow(() -> new Problem("problem.hand.unlearned", hand));
  }

  /** The runs there are. */
  public RunStore runs() {
    return new RunStore(folders);
  }

  /**
   * Tells of a download, a line a file, and on a terminal how far it is; and of what is left out.
   */
  public DownloadProgress downloadProgress() {
    ProgressLine progress = new ProgressLine(err);
    String[] last = {""};
    return new DownloadProgress() {
      @Override
      public void downloaded(String file, long bytes, long total) {
        String size = total < 0 ? "?" : String.valueOf(total / 1024);
        if (!file.equals(last[0])) {
          last[0] = file;
          progress.clear();
          tell("cli.download", file, size);
        }
        if (bytes == total) {
          progress.clear();
        } else if (total > 0) {
          progress.show((double) bytes / total, () -> bytes / 1024 + " / " + size + " KiB");
        }
      }

      @Override
      public void leftOut(Problem why) {
        tell(why);
      }
    };
  }
}
