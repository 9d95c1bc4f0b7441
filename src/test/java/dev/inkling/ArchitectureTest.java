package dev.inkling;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Formatter;

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
      onlyIn("dev.inkling.layer..", "dev.inkling.model..", "dev.inkling.explain..")
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

  /**
   * Files are written for every country alike, and people read the language that they chose: what
   * follows the system's region is neither.
   */
  @ArchTest
  static final ArchRule nothingFollowsTheSystemsRegion =
      noClasses()
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(PrintStream.class, "printf", String.class, Object[].class)
          .orShould()
          .callMethod(PrintStream.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
          .orShould()
          .callMethod(PrintWriter.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
          .orShould()
          .callMethod(MessageFormat.class, "format", String.class, Object[].class)
          .orShould()
          .callConstructor(MessageFormat.class, String.class)
          .orShould()
          .callConstructor(DecimalFormat.class, String.class)
          .orShould()
          .callConstructor(Formatter.class)
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo("javafx.beans.binding.NumberExpression")))
                  .and(target(name("asString")))
                  .and(target(rawParameterTypes(String.class))));

  /** What is forbidden to all others. */
  private static GivenClassesConjunction onlyIn(String... rooms) {
    return noClasses().that().resideOutsideOfPackages(rooms);
  }
}
