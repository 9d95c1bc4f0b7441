package dev.inkling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.NamedPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the app image, with a Java that only tells what it was given. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class LauncherScriptTest {
  @TempDir Path folder;

  /** With a space and, where Java's encoding of names has it, a letter beyond ASCII. */
  private Path root;

  @BeforeEach
  void makeAnImage() throws IOException {
    root = folder.resolve(NamedPath.isPossible("数") ? "app 数" : "app");
    executable("bin/inkling", Files.readString(Path.of("packaging/linux/inkling")));
    executable(
        "lib/runtime/bin/java",
        "#!/bin/sh\n"
            + "echo \"$CLASSPATH\"; echo \"$LC_CTYPE $LC_ALL $JDK_JAVA_OPTIONS\"; echo $#;"
            + " printf '%s\\n' \"$@\"\n");
    Files.createDirectories(root.resolve("lib/app"));
    Files.writeString(
        root.resolve("lib/app/inkling.cfg"),
        """
        [Application]
        app.classpath=$APPDIR/inkling.jar
        app.mainclass=dev.inkling.Launcher
        app.classpath=$APPDIR/other.jar

        [JavaOptions]
        java-options=-Dinkling.models=$APPDIR/models
        java-options=-Xms64m
        """);
  }

  private void executable(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private List<String> told(String locale, List<String> arguments) throws Exception {
    return told(Map.of("LC_ALL", locale), arguments);
  }

  private List<String> told(Map<String, String> locale, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("../link"));
    command.addAll(arguments);
    Path link = folder.resolve("link");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, root.resolve("bin/inkling"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(folder.resolve("w")).toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
    builder.environment().putAll(locale);
    builder.environment().put("JDK_JAVA_OPTIONS", "-Xmx1g");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }

  @Test
  void javaGetsWhatTheConfigurationSaysAndThenTheArguments() throws Exception {
    List<String> told = told("C.UTF-8", List.of("recognize", "a b.png", "$x", ""));

    Path app = root.resolve("lib/app");
    assertThat(told.get(0)).isEqualTo(app + "/inkling.jar:" + app + "/other.jar");
    assertThat(told.get(1)).doesNotContain("-Xmx1g");
    assertThat(told.subList(3, 5))
        .containsExactlyInAnyOrder("-Xms64m", "-Dinkling.models=" + app + "/models");
    assertThat(told.subList(5, told.size()))
        .containsExactly("dev.inkling.Launcher", "recognize", "a b.png", "$x", "");
  }

  /** As many as a folder of pictures has; jpackage's launcher dies of them. */
  @Test
  void namesOfManyFilesArrive() throws Exception {
    List<String> names =
        IntStream.range(0, 5000).mapToObj(i -> "/home/anna/pictures/digit-" + i + ".png").toList();

    List<String> told = told("C.UTF-8", names);

    assertThat(told.get(2)).isEqualTo("5003");
    assertThat(told.subList(6, told.size())).isEqualTo(names);
  }

  @Test
  void aLocaleWithoutLettersGetsSome() throws Exception {
    assertThat(told("C", List.of()).get(1)).startsWith("C.UTF-8 C.UTF-8");
  }

  /** Java takes all categories or none. */
  @Test
  void aLocaleThatIsNotInstalledGetsLettersAndKeepsItsLanguage() throws Exception {
    List<String> told = told(Map.of("LANG", "zh_XX.UTF-8"), List.of("recognize"));
    assertThat(told.get(1)).startsWith(" C.UTF-8");
    assertThat(told).containsSubsequence("-Duser.language=zh", "dev.inkling.Launcher", "recognize");

    List<String> mixed = told(Map.of("LANG", "C.UTF-8", "LC_TIME", "de_XX.UTF-8"), List.of());
    assertThat(mixed.get(1)).startsWith(" C.UTF-8");
    assertThat(mixed).noneMatch(line -> line.startsWith("-Duser.language"));
  }
}
