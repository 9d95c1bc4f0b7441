package dev.inkling.ui.data;

import dev.inkling.data.Correction;
import dev.inkling.data.CorrectionStore;
import dev.inkling.data.Corrections;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.LabelDoubt;
import dev.inkling.evaluate.LabelDoubts;
import dev.inkling.train.LabelSearch;
import dev.inkling.train.QuickNetwork;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Workers.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Labels that are doubted, and what was said of them. What is said is kept at once, beside the data
 * set, and used by the next training. Used on the FX thread alone.
 */
final class LabelErrorsViewModel extends Measurement {
  private final QuickNetwork network;
  private final CorrectionStore store;
  private final Background files;
  private final Notices.Topic searching;
  private final Notices.Topic keeping;
  private final Exports exports;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable LabelDoubts> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Corrections> said =
      new ReadOnlyObjectWrapper<>(Corrections.NONE);

  /**
   * Nothing was looked for yet.
   *
   * @param network that reads the images
   */
  LabelErrorsViewModel(DataTools tools, QuickNetwork network) {
    super(tools.workers().on(Kind.MEASUREMENT));
    this.network = network;
    store = tools.source().corrections();
    files = tools.workers().on(Kind.FILES);
    searching = tools.notices().topic("wrong labels");
    keeping = tools.notices().topic("corrections");
    exports = new Exports(files, tools.notices().topic("wrong labels as a file"));
  }

  /** What is doubted; null before somebody looked for it. */
  ReadOnlyObjectProperty<@Nullable LabelDoubts> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** What was said, now and at other times, of this data set. */
  ReadOnlyObjectProperty<Corrections> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** False where there are too few images to learn from. */
  boolean isPossible() {
    LoadedImages now = imagesProperty().get();
    return now != null && LabelSearch.isPossible(toLearn(now));
  }

  private static int toLearn(LoadedImages images) {
    return images.data().train().count() + images.data().validation().count();
  }

  /** What was said of a label that is doubted. */
  Optional<Correction> said(LabelDoubt doubt) {
    LabelDoubts now = found.get();
    return now == null ? Optional.empty() : said.get().find(now.images(), doubt.image());
  }

  /** Labels that are doubted and of which nothing was said. */
  List<LabelDoubt> open() {
    LabelDoubts now = found.get();
    return now == null
        ? List.of()
        : now.doubts().stream().filter(doubt -> said(doubt).isEmpty()).toList();
  }

  // Commands

  @Override
  void forget() {
    found.set(null);
    said.set(Corrections.NONE);
  }

  @Override
  void begin(LoadedImages of) {
    keeping.over();
    files.run(() -> store.of(of.data().name()), all -> heard(of, all), keeping::fail);
  }

  private void heard(LoadedImages of, Corrections all) {
    if (of.equals(imagesProperty().get())) {
      said.set(all);
    }
  }

  /** Looks for wrong labels in what there is to learn from, as the files have it. */
  void search() {
    LoadedImages now = imagesProperty().get();
    if (now == null || !isPossible()) {
      return;
    }
    searching.over();
    job.begin(
        listener ->
            () -> {
              Digits toLearn = now.data().toLearn();
              return new LabelSearch(network, toLearn, listener::tell).run().orElseThrow();
            },
        found::set,
        searching::fail);
  }

  /** Says of some labels that they should be what is suggested. */
  void mend(List<LabelDoubt> doubts) {
    say(doubts, (all, doubt) -> all.correction(doubt, all.name(doubt.suggested())));
  }

  /** Says of which class an image is. */
  void mend(LabelDoubt doubt, String label) {
    say(List.of(doubt), (all, one) -> all.correction(one, label));
  }

  /** Says of some images that they are to be left out. */
  void leaveOut(List<LabelDoubt> doubts) {
    say(doubts, (all, doubt) -> all.correction(doubt, null));
  }

  /** Keeps what is said of some images; all of the data set is made at once. */
  private void say(
      List<LabelDoubt> doubts, BiFunction<LabelDoubts, LabelDoubt, Correction> correction) {
    LabelDoubts now = Objects.requireNonNull(found.get(), "nothing was found");
    change(
        name -> store.put(name, doubts.stream().map(each -> correction.apply(now, each)).toList()));
  }

  /** Takes back what was said of an image. */
  void undo(LabelDoubt doubt) {
    said(doubt).ifPresent(each -> change(name -> store.remove(name, List.of(each))));
  }

  /** Takes back all that was said of this data set. */
  void undoAll() {
    List<Correction> all = said.get().all();
    change(name -> store.remove(name, all));
  }

  private interface Change {
    Corrections in(String name);
  }

  private void change(Change change) {
    LoadedImages now = Objects.requireNonNull(imagesProperty().get(), "no images");
    keeping.over();
    files.run(() -> change.in(now.data().name()), all -> heard(now, all), keeping::fail);
  }

  /** Writes the list as CSV. */
  void save(Path file) {
    LabelDoubts now = found.get();
    Corrections all = said.get();
    if (now != null) {
      exports.save(out -> out.write(now.csv(all).getBytes(StandardCharsets.UTF_8)), file);
    }
  }
}
