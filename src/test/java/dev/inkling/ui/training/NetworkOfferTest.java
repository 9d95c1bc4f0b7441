package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Normalization;
import dev.inkling.model.RecipeField;
import dev.inkling.model.TeachingNetworks;
import dev.inkling.ui.training.NetworkOffer.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkOfferTest {
  private final RecipeForm form = new RecipeForm();
  private final NetworkOffer offer = form.networks();

  private static Architecture own(String name, String layers) {
    return new Architecture(name, Normalization.MNIST, Layer.list(layers), Architecture.USUAL);
  }

  private List<String> ownNames() {
    return offer.all().stream()
        .filter(each -> Group.of(each) == Group.OWN)
        .map(Architecture::name)
        .toList();
  }

  private Architecture chosen() {
    return form.architectureProperty().get();
  }

  @Test
  void thoseThatShipComeFirstAndThoseToLearnFromLast() {
    offer.offer(List.of(own("b", "dense 10"), own("A", "dense 10")));
    assertThat(offer.all())
        .startsWith(Architecture.all().toArray(Architecture[]::new))
        .endsWith(TeachingNetworks.ALL.toArray(Architecture[]::new))
        .hasSize(Architecture.all().size() + TeachingNetworks.ALL.size() + 2);
    assertThat(ownNames()).containsExactly("A", "b");
    assertThat(chosen().name()).isEqualTo("sprint");
  }

  @Test
  void whatIsBuiltStandsBesideWhatIsKeptUntilItIsKeptItself() {
    Architecture kept = own("a", "dense 10");
    Architecture built = own("a", "dense 20, relu, dense 10");
    offer.offer(List.of(kept));
    form.use(built);
    assertThat(ownNames()).containsExactly("a", "a");
    assertThat(offer.isBuilt(built)).isTrue();
    offer.offer(List.of(kept)); // looked at again
    assertThat(chosen()).isEqualTo(built);

    form.number(RecipeField.EPOCHS).textProperty().set("9");
    offer.offer(List.of(built));
    assertThat(ownNames()).containsExactly("a");
    assertThat(offer.isBuilt(chosen())).isFalse();
    assertThat(form.recipe().epochs()).as("what was filled in").isEqualTo(9);
  }

  @Test
  void aChosenNetworkFollowsWhatBecomesOfIt() {
    offer.offer(List.of(own("a", "dense 10")));
    form.architectureProperty().set(own("a", "dense 10"));
    form.number(RecipeField.EPOCHS).textProperty().set("9");

    offer.offer(List.of(own("a", "dense 20, relu, dense 10")));
    assertThat(chosen().layers()).hasSize(3);
    offer.rename("a", "z");
    offer.offer(List.of(own("z", "dense 20, relu, dense 10")));
    assertThat(chosen().name()).isEqualTo("z");
    assertThat(form.recipe().epochs()).isEqualTo(9);

    offer.offer(List.of());
    assertThat(chosen().name()).isEqualTo("sprint");
    assertThat(ownNames()).isEmpty();
  }

  @Test
  void aNetworkThatCannotBeTrainedYetSaysWhy() {
    offer.offer(List.of(own("a", "max-pool 40, dense 10")));
    form.architectureProperty().set(own("a", "max-pool 40, dense 10"));
    assertThat(form.problem().getValue()).isNotNull();
    assertThat(form.plan()).isEmpty();
    form.architectureProperty().set(Architecture.named("sprint"));
    assertThat(form.problem().getValue()).isNull();
  }
}
