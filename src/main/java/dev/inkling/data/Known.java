package dev.inkling.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which drawings from elsewhere a collection has already, by their ids or their content. */
final class Known {
  private final Set<String> ids = new HashSet<>();

  /** How many there are of a content that have not been met from elsewhere yet. */
  private final Map<String, Integer> unmet = new HashMap<>();

  /** What a collection has. */
  Known(List<Kept> drawings) {
    for (Kept kept : drawings) {
      ids.add(kept.id());
      unmet.merge(KeptLine.content(kept), 1, Integer::sum);
    }
  }

  /**
   * True when a drawing from elsewhere is none of the collection; it is one of it from then on.
   *
   * @param isNamed true when it brought its id along; else its content says what it is
   */
  boolean isNew(Kept kept, boolean isNamed) {
    if (isNamed) {
      return ids.add(kept.id());
    }
    // The label may have been corrected here, so it is no part of the content.
    Integer left = unmet.computeIfPresent(KeptLine.content(kept), (_, n) -> n - 1);
    return left == null || left < 0;
  }
}
