package dev.inkling.ui.inside;

import dev.inkling.explain.Fooling.Fooled;
import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.model.ModelVersion;
import dev.inkling.recognize.Recognition;
import dev.inkling.recognize.Recognizer;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets all networks that tell the same classes apart read a picture and its changed copy. They have
 * classifiers of their own: in the program's pool they would push out the pad's. For one background
 * thread alone.
 */
final class OtherReaders implements Function<OtherReaders.Asked, OtherReaders.Answers> {
  /** As many networks as are kept ready. */
  private static final int MOST = 24;

  /** The one that was asked longest ago first. */
  private final Map<ModelVersion, Classifier> ready = new LinkedHashMap<>();

  /** A picture and its changed copy, and who is to read them. */
  record Asked(Fooled fooled, List<Entry> networks) {
    Asked {
      networks = List.copyOf(networks);
    }
  }

  /**
   * What a network reads.
   *
   * @param before in the picture; null where it could not be read with
   * @param after in the changed one
   * @param problem why it could not; null where it could
   */
  record Answer(
      String network,
      @Nullable Recognition before,
      @Nullable Recognition after,
      @Nullable Problem problem) {
    /** Whether it reads something else in the changed picture, and does not refuse to. */
    boolean isFooled() {
      return before != null && after != null && after.isDigit() && before.digit() != after.digit();
    }
  }

  /** All answers, in the order of the networks. */
  record Answers(Asked asked, List<Answer> all) {
    Answers {
      all = List.copyOf(all);
    }
  }

  @Override
  public Answers apply(Asked asked) {
    EngineSetup.useThisThreadOnly();
    List<Answer> all = new ArrayList<>();
    for (Entry network : asked.networks) {
      try {
        Classifier reader = of(network);
        if (reader.classes().equals(asked.fooled.before().classes())) {
          all.add(answer(network.name(), asked.fooled, reader));
        }
      } catch (Problem e) {
        all.add(new Answer(network.name(), null, null, e));
      }
    }
    return new Answers(asked, all);
  }

  private Classifier of(Entry network) {
    ModelVersion version = version(network);
    Classifier known = ready.remove(version);
    Classifier reader = known == null ? read(network) : known;
    ready.put(version, reader);
    return reader;
  }

  private Classifier read(Entry network) {
    Iterator<Classifier> oldest = ready.values().iterator();
    while (ready.size() >= MOST) {
      oldest.next().close();
      oldest.remove();
    }
    return Classifier.prompt(ModelFolder.read(network.folder()));
  }

  private static ModelVersion version(Entry network) {
    try {
      return ModelVersion.of(network.folder());
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", network.folder());
    }
  }

  private static Answer answer(String name, Fooled fooled, Classifier reader) {
    float[][] both =
        reader.probabilities(List.of(fooled.before().framed(), fooled.after().framed()));
    return new Answer(
        name,
        Recognizer.recognition(fooled.before().framed(), both[0], reader),
        Recognizer.recognition(fooled.after().framed(), both[1], reader),
        null);
  }
}
