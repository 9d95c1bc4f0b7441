package dev.inkling.pile;

import dev.inkling.text.Problem;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Several piles by their names, one after the other; a name is asked for when it is its turn. */
public record ListPile(Iterable<String> names) implements Pile {
  @Override
  public PileEntries entries() {
    return new Walk(names.iterator());
  }

  private static final class Walk implements PileEntries {
    private final Iterator<String> names;
    private @Nullable PileEntries present;

    Walk(Iterator<String> names) {
      this.names = names;
    }

    @Override
    public @Nullable PileEntry next() {
      while (present != null || names.hasNext()) {
        if (present == null) {
          String name = names.next();
          try {
            present = Pile.of(name).entries();
          } catch (Problem problem) {
            return PileEntry.broken(name, problem);
          }
        }
        PileEntry next = present.next();
        if (next != null) {
          return next;
        }
        close();
      }
      return null;
    }

    @Override
    public void close() {
      if (present != null) {
        present.close();
        present = null;
      }
    }
  }
}
