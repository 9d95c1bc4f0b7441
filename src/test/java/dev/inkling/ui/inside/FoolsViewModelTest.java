package dev.inkling.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.explain.Fooling.Fooled;
import dev.inkling.explain.Fooling.Method;
import dev.inkling.file.AppFolders;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.recognize.Recognition;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.inside.OtherReaders.Answer;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoolsViewModelTest {
  @TempDir Path home;

  private final Model model = Shipped.model("lenet5-relu");
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  private final ObservableList<Entry> networks = FXCollections.observableArrayList();
  private final BooleanProperty seen = new SimpleBooleanProperty(true);
  private final ObjectProperty<Recognition> looked = new SimpleObjectProperty<>();
  private FoolsViewModel fools;

  @BeforeEach
  void open() {
    Path shipped = Path.of(System.getProperty(AppFolders.MODELS));
    for (String name : List.of("lenet5-relu", "sprint")) {
      networks.add(new Entry(name, shipped.resolve(name), true));
    }
    Path signs = home.resolve("signs");
    ModelFolder.write(signs, TinyModels.ofClasses("signs", List.of("△", "○")));
    networks.add(new Entry("signs", signs, false));
    networks.add(new Entry("gone", home.resolve("gone"), false));
    fools = new FoolsViewModel(subject, seen, Subjects.READERS, networks, looked::set);
    fools.methodProperty().set(Method.FGSM);
    subject.set(Subjects.of(model, Subjects.FOUR));
  }

  private Fooled fooled() {
    return fools.fooled().answerProperty().get();
  }

  @Test
  void theChangedPictureIsTakenToOtherPages() {
    fools.look();
    assertThat(looked.get()).isSameAs(fooled().after());

    looked.set(null);
    subject.set(Subjects.of(model, Drawing.EMPTY));
    fools.look(); // nothing is there
    assertThat(looked.get()).isNull();
  }

  @Test
  void theSmallestChangeIsFoundAndTheSliderStandsThere() {
    assertThat(fooled().isFooled()).isTrue();
    assertThat(fooled().before().digit()).isEqualTo(4);
    int smallest = fooled().strength();
    assertThat(fools.strengthProperty().get()).isEqualTo(smallest);

    fools.setStrength(smallest - 1);
    assertThat(fools.smallestProperty().get()).isFalse();
    assertThat(fooled().strength()).isEqualTo(smallest - 1);
    assertThat(fooled().isFooled()).isFalse();

    fools.smallestProperty().set(true);
    assertThat(fooled().strength()).isEqualTo(smallest);
  }

  @Test
  void aClassIsWantedAndWhatIsReadAlreadyNeedsNothing() {
    fools.methodProperty().set(Method.PGD);
    fools.setStrength(60);
    fools.targetProperty().set(9);
    assertThat(fooled().after().digit()).isEqualTo(9);
    fools.smallestProperty().set(true);
    fools.targetProperty().set(4);
    assertThat(fooled().strength()).isZero();
  }

  @Test
  void allNetworksOfTheSameClassesReadBoth() {
    List<Answer> all = fools.othersProperty().get().all();

    assertThat(fools.othersProperty().get().asked().fooled()).isSameAs(fooled());
    assertThat(all).extracting(Answer::network).containsExactly("lenet5-relu", "sprint", "gone");
    assertThat(all.getFirst().isFooled()).isTrue();
    assertThat(all.getFirst().after().digit()).isEqualTo(fooled().after().digit());
    assertThat(all.get(1).before().digit()).isEqualTo(4);
    assertThat(all.getLast().problem()).isNotNull();
  }

  @Test
  void aBlankPadFoolsNobodyAndOtherClassesAreOthersToWant() {
    subject.set(Subjects.of(model, Drawing.EMPTY));
    assertThat(fooled()).isNull();
    assertThat(fools.othersProperty().get()).isNull();

    fools.targetProperty().set(9);
    Model signs = TinyModels.ofClasses("signs", List.of("△", "○", "□"));
    subject.set(Subjects.of(signs, Subjects.FOUR));
    assertThat(fools.targets()).containsExactly(FoolsViewModel.ANY, 0, 1, 2);
    assertThat(fools.targetProperty().get()).isEqualTo(FoolsViewModel.ANY);
    assertThat(fools.name(2)).isEqualTo("□");
    assertThat(fooled().before().classes()).hasSize(3);
    assertThat(fools.othersProperty().get().all()).hasSize(1); // who cannot be asked
  }
}
