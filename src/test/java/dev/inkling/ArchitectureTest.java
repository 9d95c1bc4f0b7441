package dev.inkling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.inkling", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String WINDOW = "dev.inkling.ui..";

  @ArchTest
  static final ArchRule onlyTheWindowKnowsJavaFx =
      noClasses()
          .that()
          .resideOutsideOfPackages(WINDOW, "dev.inkling")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..");

  @ArchTest
  static final ArchRule onlyTheLauncherKnowsTheWindow =
      noClasses()
          .that()
          .resideOutsideOfPackages(WINDOW, "dev.inkling")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(WINDOW);

  @ArchTest
  static final ArchRule onlyTheLearningPackagesKnowTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.inkling.data..",
              "dev.inkling.model..",
              "dev.inkling.train..",
              "dev.inkling.evaluate..",
              "dev.inkling.explain..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule theProgramIsNotBoundToOneEngine =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl.mxnet..", "ai.djl.pytorch..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.inkling.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.inkling.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyTheExportKnowsOnnx =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.inkling.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnx..", "com.google.protobuf..", "org.tribuo..");
}
