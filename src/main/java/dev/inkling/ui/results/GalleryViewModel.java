package dev.inkling.ui.results;

import dev.inkling.evaluate.Results;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Samples of a data set with what was read: some of them, in some order, a page or all at once. */
public final class GalleryViewModel {
  /** Page size of a gallery without pages. */
  public static final int ENDLESS = 0;

  // Properties
  private final ReadOnlyObjectWrapper<@Nullable Results> results = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<GalleryFilter> filter =
      new SimpleObjectProperty<>(GalleryFilter.MISREAD);
  private final ObjectProperty<GalleryOrder> order =
      new SimpleObjectProperty<>(GalleryOrder.WORST_FIRST);
  private final IntegerProperty pageSize = new SimpleIntegerProperty(ENDLESS);
  private final IntegerProperty page = new SimpleIntegerProperty();
  private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper(1);
  private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<List<Integer>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<@Nullable Integer> selected = new SimpleObjectProperty<>();

  private List<Integer> all = List.of();

  /** An empty gallery. */
  public GalleryViewModel() {
    filter.addListener((_, _, _) -> find());
    order.addListener((_, _, _) -> find());
    pageSize.addListener((_, _, _) -> find());
    page.addListener((_, _, _) -> turn());
  }

  /** What the gallery shows samples of, or null. */
  public ReadOnlyObjectProperty<@Nullable Results> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** Which samples are shown. */
  public ObjectProperty<GalleryFilter> filterProperty() {
    return filter;
  }

  /** In which order. */
  public ObjectProperty<GalleryOrder> orderProperty() {
    return order;
  }

  /** Samples a page, or {@link #ENDLESS}. */
  public IntegerProperty pageSizeProperty() {
    return pageSize;
  }

  /** The page, counted from 0. */
  public IntegerProperty pageProperty() {
    return page;
  }

  /** Number of pages, at least 1. */
  public ReadOnlyIntegerProperty pagesProperty() {
    return pages.getReadOnlyProperty();
  }

  /** Number of samples that pass the filter, on all pages. */
  public ReadOnlyIntegerProperty foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** The samples on this page, as indices in the data set. */
  public ReadOnlyObjectProperty<List<Integer>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The sample that is looked at, or null. */
  public ObjectProperty<@Nullable Integer> selectedProperty() {
    return selected;
  }

  /** The key of what is said when no sample passes: whether that is the filters' doing. */
  String emptyKey() {
    boolean isAllRight = results.get() != null && results.get().misread().length == 0;
    return isAllRight && filter.get().equals(GalleryFilter.MISREAD)
        ? "results.gallery.allRight"
        : "results.gallery.empty";
  }

  // Commands

  /** Shows samples of other results, or none; filter and order stay. */
  public void show(@Nullable Results other) {
    selected.set(null);
    results.set(other);
    find();
  }

  /** Shows all that was misread again, the worst first. */
  public void reset() {
    order.set(GalleryOrder.WORST_FIRST);
    filter.set(GalleryFilter.MISREAD);
  }

  private void find() {
    all = results.get() == null ? List.of() : sorted(results.get());
    found.set(all.size());
    int size = pageSize.get();
    pages.set(size == ENDLESS ? 1 : Math.max(1, (all.size() + size - 1) / size));
    page.set(0);
    turn();
    if (selected.get() != null && !all.contains(selected.get())) {
      selected.set(null);
    }
  }

  private List<Integer> sorted(Results now) {
    List<Integer> passing =
        IntStream.range(0, now.predictions().count())
            .filter(i -> filter.get().accepts(now.predictions(), now.labelErrors(), i))
            .boxed()
            .toList();
    return order.get().sort(passing, now.predictions());
  }

  private void turn() {
    int size = pageSize.get() == ENDLESS ? all.size() : pageSize.get();
    int from = Math.clamp((long) page.get() * size, 0, all.size());
    shown.set(all.subList(from, Math.min(all.size(), from + size)));
  }
}
