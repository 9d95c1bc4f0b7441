package dev.inkling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;

/** Who may know whom; docs/architecture.md says why. */
@AnalyzeClasses(packages = "dev.inkling", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.inkling";
  private static final String WINDOW = "dev.inkling.ui..";
  private static final String BENCH = "dev.inkling.bench..";

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("dev.inkling.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theWindowsRoomsHaveNoCycles =
      slices().matching("dev.inkling.ui.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyPartOfTheWindowIsInARoom =
      noClasses().should().resideInAPackage("dev.inkling.ui");

  @ArchTest
  static final ArchRule onlyTheWindowAndItsBenchKnowJavaFx =
      onlyIn(WINDOW, BENCH)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..");

  @ArchTest
  static final ArchRule onlyTheLauncherAndTheBenchKnowTheWindow =
      onlyIn(WINDOW, BENCH, ROOT).should().dependOnClassesThat().resideInAPackage(WINDOW);

  @ArchTest
  static final ArchRule noScreenKnowsTheShell =
      onlyIn("dev.inkling.ui.shell..", BENCH, ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.inkling.ui.shell..");

  @ArchTest
  static final ArchRule onlyTheLauncherKnowsTheBench =
      onlyIn(BENCH, ROOT).should().dependOnClassesThat().resideInAPackage(BENCH);

  @ArchTest
  static final ArchRule viewModelsKnowNoControls =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx.scene..");

  @ArchTest
  static final ArchRule onlyTheNetworkAndItsExplanationKnowTheEngine =
      onlyIn("dev.inkling.model..", "dev.inkling.explain..")
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
  static final ArchRule onlyTheCommandLineKnowsPicocli =
      onlyIn("dev.inkling.cli..", BENCH)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyTheExportKnowsOnnx =
      onlyIn("dev.inkling.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnx..", "com.google.protobuf..", "org.tribuo..");

  /** What is forbidden to all others. */
  private static GivenClassesConjunction onlyIn(String... rooms) {
    return noClasses().that().resideOutsideOfPackages(rooms);
  }
}
