package dev.inkling.model;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArchitectureNamesTest {
  @Test
  void everyArchitectureIsFoundByItsName() {
    assertThat(Architecture.all()).hasSizeGreaterThanOrEqualTo(6).doesNotHaveDuplicates();
    for (Architecture architecture : Architecture.all()) {
      assertThat(Architecture.named(architecture.name())).isSameAs(architecture);
    }
    assertThat(ModelLibrary.DEFAULT).isEqualTo("inkling");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNamesThereAre() {
    assertThat(problemOf(() -> Architecture.named("resnet")).getMessage())
        .contains("resnet", "inkling, lenet5-relu");
  }

  @Test
  void everyRecipeCanBeTrained() {
    for (Architecture architecture : Architecture.all()) {
      Recipe recipe = architecture.recipe();
      assertThat(recipe.epochs()).isPositive();
      assertThat(recipe.batchSize()).isPositive();
      assertThat(recipe.learningRate()).isPositive();
      assertThat(recipe.momentum()).isBetween(0.0, 1.0);
    }
  }
}
