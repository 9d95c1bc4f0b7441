package dev.inkling.ui.pile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.pile.PileRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class PileRowsTest {
  private final PileRows rows = new PileRows();

  static PileRow row(String path, double confidence) {
    return new PileRow(path, "7", 1, (float) confidence, true, List.of(), null);
  }

  private List<String> names() {
    return rows.items().stream().map(PileItem::name).toList();
  }

  @Test
  void whatComesAmidTypingWaitsForItsEnd() {
    rows.add(row("b", 0.6));
    rows.hold(true);
    rows.add(row("c", 0.9));
    rows.add(row("a", 0.5));
    rows.showAll(); // asked for when the typing before ended
    assertThat(names()).containsExactly("b");

    rows.hold(false);
    rows.showAll();
    assertThat(names()).containsExactly("a", "b", "c");

    rows.showAll();
    assertThat(names()).hasSize(3);
  }

  @Test
  void theLeastSureAreHeldWhetherTheyWaitedOrNot() {
    for (int i = 0; i < PileRows.MOST; i++) {
      rows.add(row("sure", 0.9));
    }
    rows.add(row("surer", 0.95));
    rows.hold(true);
    for (int i = 0; i < PileRows.MOST; i++) {
      rows.add(row("late", 0.8 - 1e-5 * i));
    }
    rows.add(row("last", 0.7));
    rows.hold(false);
    rows.showAll();

    assertThat(names()).hasSize(PileRows.MOST).contains("last").doesNotContain("sure", "surer");
  }
}
