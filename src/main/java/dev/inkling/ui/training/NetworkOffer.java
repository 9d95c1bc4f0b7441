package dev.inkling.ui.training;

import dev.inkling.model.Architecture;
import dev.inkling.model.TeachingNetworks;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The networks to choose from: those that ship, one's own, and those to learn from. One's own are
 * those that were kept, and beside them the one that comes from the builder, as it is there.
 */
final class NetworkOffer {
  private final ObjectProperty<Architecture> chosen;
  private final Architecture usual;
  private final ObservableList<Architecture> there =
      FXCollections.observableArrayList(
          Stream.of(Architecture.all(), TeachingNetworks.ALL).flatMap(List::stream).toList());

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<Architecture> all = FXCollections.unmodifiableObservableList(there);

  private List<Architecture> kept = List.of();

  /** What is being built, unless it is kept as it is. */
  private @Nullable Architecture built;

  /** Where a network stands. */
  enum Group {
    /** With Inkling. */
    SHIPPED,
    /** Among the user's own. */
    OWN,
    /** With Inkling, to show one thing. */
    LESSON;

    static Group of(Architecture network) {
      return TeachingNetworks.ALL.contains(network)
          ? LESSON
          : Architecture.all().contains(network) ? SHIPPED : OWN;
    }

    /** Key of its title. */
    String key() {
      return "training.architecture." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An offer without own networks.
   *
   * @param chosen one of them
   * @param usual is chosen where the one that was is gone
   */
  NetworkOffer(ObjectProperty<Architecture> chosen, Architecture usual) {
    this.chosen = chosen;
    this.usual = usual;
  }

  /** True for networks that go by the same recipe under one name, or have all but the name. */
  static boolean isSame(Architecture network, Architecture other) {
    boolean isChanged =
        network.name().equals(other.name()) && network.recipe().equals(other.recipe());
    return isChanged || network.called(other.name()).equals(other);
  }

  /** All of them, group by group. */
  ObservableList<Architecture> all() {
    return all;
  }

  /** True for the one that comes from the builder and is not kept as it is. */
  boolean isBuilt(Architecture network) {
    return network.equals(built);
  }

  /** Chooses a network as it is being built. */
  void use(Architecture network) {
    built = kept.contains(network) || Group.of(network) != Group.OWN ? null : network;
    choose(network);
  }

  /** Chooses a network that was kept when the program ended. */
  void useKept(Architecture network) {
    kept = Group.of(network) == Group.OWN ? List.of(network) : List.of();
    choose(network);
  }

  /** Offers these, in place of those that were kept before. */
  void offer(List<Architecture> own) {
    Architecture before = chosen.get();
    kept = own;
    built = built != null && own.contains(built) ? null : built;
    choose(
        wanted().contains(before)
            ? before
            : own.stream()
                .filter(each -> each.name().equals(before.name()))
                .findFirst()
                .orElse(usual));
  }

  /** One of those that were kept has another name. */
  void rename(String from, String to) {
    Architecture before = chosen.get();
    kept = kept.stream().map(each -> each.name().equals(from) ? each.called(to) : each).toList();
    choose(wanted().contains(before) ? before : before.called(to));
  }

  private List<Architecture> wanted() {
    Stream<Architecture> own =
        Stream.concat(kept.stream(), Stream.ofNullable(built))
            .sorted(Comparator.comparing(each -> each.name().toLowerCase(Locale.ROOT)));
    return Stream.of(Architecture.all().stream(), own, TeachingNetworks.ALL.stream())
        .flatMap(part -> part)
        .toList();
  }

  /** A box shows only what it can choose: what is new comes before, what is gone goes after. */
  private void choose(Architecture next) {
    List<Architecture> wanted = wanted();
    int place = 0;
    for (Architecture each : wanted) {
      int at = there.indexOf(each);
      if (at < 0) {
        there.add(place, each);
      }
      place = Math.max(at, place) + 1;
    }
    chosen.set(next);
    there.removeIf(each -> !wanted.contains(each));
  }
}
