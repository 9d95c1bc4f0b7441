package dev.inkling.ui.pile;

import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.pile.ListPile;
import dev.inkling.pile.PileCount;
import dev.inkling.pile.PileEntries;
import dev.inkling.pile.PileMaker;
import dev.inkling.pile.PileProgress;
import dev.inkling.pile.PileReader;
import dev.inkling.pile.PileRow;
import dev.inkling.pile.PileRun;
import dev.inkling.pile.PileTable;
import dev.inkling.recognize.LineReader;
import dev.inkling.text.Messages;
import dev.inkling.ui.kit.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Reads a pile into a table beside the window, to the end or until nobody waits any more. One
 * processor is left to the window.
 *
 * @param names of folders, archives and pictures
 * @param table the file
 */
record PileWork(
    List<String> names, Path table, Model model, Supplier<LineReader> lines, Messages messages) {
  /**
   * Reads.
   *
   * @param tell gets rows as they are read, and how far it is; on this thread
   * @return how far it came
   */
  PileProgress read(Job.Listener listener, BiConsumer<List<PileRow>, PileProgress> tell) {
    ListPile pile = new ListPile(names);
    PileCount count = new PileCount(pile);
    try (PileRun run = new PileRun(Math.max(1, PileRun.threads() - 1), this::reader);
        PileEntries entries = pile.entries();
        PileTable out = PileTable.open(table, PileMaker.of(model, messages), entries)) {
      count.begin();
      long begin = System.nanoTime();
      run.read(
          entries,
          rows -> {
            out.add(rows);
            tell.accept(rows, PileProgress.of(out, count, 0, begin));
            if (!listener.isWaiting()) {
              run.stop();
            }
          });
      out.finish();
      return PileProgress.of(out, count, 0, begin);
    } finally {
      count.stop();
    }
  }

  private PileReader reader() {
    return new PileReader(Classifier.oneByOne(model), lines.get(), messages);
  }
}
