package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles against each other and against the code that uses them. */
class BundlesTest {
  private static final Map<String, String> ENGLISH = load(Locale.ENGLISH);
  private static final String CODE = code();

  /** A choice has placeholders of its own. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)(?:[^{}]|\\{\\d+})*}");

  /** One of many, such as “1 images” or “1 test images”. */
  private static final Pattern MANY =
      Pattern.compile(
          "\\b1 (?:test |training |validation )?(?:images|drawings|samples|epochs|runs)\\b(?!/)");

  private static final Set<String> ALWAYS_SEVERAL =
      Set.of("cli.evaluate.numbers", "compare.title", "inside.break.accuracy", "problem.idx.large");

  private static final Pattern QUOTED_BRACE = Pattern.compile("'[{}]'");

  /** A word, then more words behind dots; a last dot is a key that is put together. */
  private static final Pattern KEY_LITERAL =
      Pattern.compile("\"([a-z]+(?:\\.[A-Za-z][A-Za-z0-9-]*)+\\.?)\"");

  /** What names a key wherever it stands. */
  private static final Pattern KEY_USE =
      Pattern.compile(
          "(?:new (?:Usage)?Problem\\((?:e,"
              + " )?|\\.tell\\(|shell\\.result\\(|messages\\(\\)\\s*\\.get\\("
              + "|texts\\.(?:get|bind)\\()\\s*\"([^\"]+)\"");

  private static final Pattern FILE_NAME =
      Pattern.compile(".*\\.(css|csv|gz|html|jsonl?|npz|otf|png|properties|svg|txt)");

  /** Keys that picocli looks up: its own headings, and options by their names. */
  private static final Set<String> OPTIONS_OF_ALL = Set.of("help", "version", "json");

  /** All languages that have a bundle, English too. */
  private static List<Locale> languages() {
    return Messages.LANGUAGES;
  }

  /** A language's own texts, without what would be taken from English. */
  private static Map<String, String> load(Locale language) {
    Properties properties = new Properties();
    try (Reader reader = new InputStreamReader(bundle(language), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }

  /** The first file that Java would look for; English is the one without a language in its name. */
  private static InputStream bundle(Locale language) {
    ResourceBundle.Control control =
        ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return control.getCandidateLocales(Messages.BUNDLE, language).stream()
        .map(each -> control.toBundleName(Messages.BUNDLE, each))
        .map(name -> "/" + control.toResourceName(name, "properties"))
        .map(BundlesTest.class::getResourceAsStream)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  /** All of the program's own code, and that of its job for Spark. */
  private static String code() {
    return code(Path.of("src/main/java")) + code(Path.of("src/spark/java"));
  }

  private static String code(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder code = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
      return code.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> groups(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String withoutQuotedBraces(String text) {
    return QUOTED_BRACE.matcher(text).replaceAll("");
  }

  /** A count is written for one too, unless it is a limit, or always more than one. */
  @Test
  void oneIsNotWrittenAsMany() {
    Object[] ones = IntStream.range(0, 10).mapToObj(_ -> (Object) 1).toArray();
    Set<String> wrong =
        ENGLISH.entrySet().stream()
            .filter(text -> PLACEHOLDER.matcher(withoutQuotedBraces(text.getValue())).find())
            .filter(text -> !ALWAYS_SEVERAL.contains(text.getKey()))
            .filter(
                text ->
                    MANY.matcher(new MessageFormat(text.getValue(), Locale.ENGLISH).format(ones))
                        .find())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheSameKeys(Locale language) {
    assertThat(load(language).keySet()).isEqualTo(ENGLISH.keySet());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheSamePlaceholders(Locale language) {
    Map<String, String> texts = load(language);
    ENGLISH.forEach(
        (key, text) ->
            assertThat(groups(PLACEHOLDER, texts.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(groups(PLACEHOLDER, text)));
  }

  @Test
  void noTwoLanguagesHaveTheSameBundle() {
    assertThat(languages().stream().map(language -> load(language).get("language.name")))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyTextIsAWholePattern(Locale language) {
    load(language)
        .forEach(
            (key, text) -> {
              assertThat(text).as(key).isNotBlank();
              boolean isPattern = !groups(PLACEHOLDER, text).isEmpty();
              if (isPattern) {
                new MessageFormat(text, language); // or the test ends here
              }
              // Without a placeholder a text is shown as it stands, quotes and all.
              assertThat(isPattern ? withoutQuotedBraces(text) : text)
                  .as("%s: an apostrophe is written ’", key)
                  .doesNotContain("'");
              assertThat(PLACEHOLDER.matcher(withoutQuotedBraces(text)).replaceAll(""))
                  .as("%s: a brace that stays is quoted", key)
                  .doesNotContain("{", "}");
            });
  }

  @Test
  void placeholdersAreCountedFrom0WithoutAGap() {
    ENGLISH.forEach(
        (key, text) -> {
          Set<String> used = groups(PLACEHOLDER, text);
          assertThat(used)
              .as("%s: %s", key, text)
              .containsExactlyElementsOf(
                  IntStream.range(0, used.size()).mapToObj(String::valueOf).toList());
        });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void textsThatPicocliFormatsHaveNoLonePercentSign(Locale language) {
    load(language)
        .forEach(
            (key, text) -> {
              if (isPicocliKey(key) || key.startsWith("cli.option.")) {
                assertThat(text.replace("%n", "").replace("%%", "")).as(key).doesNotContain("%");
              }
            });
  }

  private static boolean isPicocliKey(String key) {
    return key.startsWith("inkling.") || key.startsWith("usage.") || OPTIONS_OF_ALL.contains(key);
  }

  /** Keys, and beginnings of keys, that stand in the code. */
  private static Set<String> usedKeys() {
    Set<String> families =
        ENGLISH.keySet().stream()
            .filter(key -> !isPicocliKey(key))
            .map(key -> key.split("\\.", 2)[0])
            .collect(Collectors.toSet());
    Set<String> used = groups(KEY_USE, CODE);
    groups(KEY_LITERAL, CODE).stream()
        .filter(literal -> families.contains(literal.split("\\.", 2)[0]))
        .filter(literal -> !FILE_NAME.matcher(literal).matches())
        .forEach(used::add);
    return used;
  }

  private static boolean isBeginning(String literal) {
    return literal.endsWith(".");
  }

  @Test
  void everyKeyInTheCodeHasAText() {
    assertThat(usedKeys()).hasSizeGreaterThan(100);
    for (String used : usedKeys()) {
      if (isBeginning(used)) {
        assertThat(ENGLISH.keySet()).as(used).anyMatch(key -> key.startsWith(used));
      } else {
        assertThat(ENGLISH.containsKey(used)).as(used).isTrue();
      }
    }
  }

  @Test
  void everyTextIsUsed() {
    Set<String> used = usedKeys();
    List<String> unused =
        ENGLISH.keySet().stream()
            .filter(key -> !isPicocliKey(key) && !used.contains(key))
            .filter(key -> used.stream().noneMatch(u -> isBeginning(u) && key.startsWith(u)))
            .toList();

    assertThat(unused).isEmpty();
  }

  @Test
  void everyTextOfTheHelpBelongsToACommandOrAnOption() {
    Set<String> commands = groups(Pattern.compile("@Command\\(\\s*name = \"([a-z-]+)\""), CODE);
    Set<String> options = groups(Pattern.compile("names = \"--([a-z-]+)\""), CODE);
    commands.remove("inkling");
    assertThat(commands).contains("train");
    assertThat(options).contains("arch");
    assertThat(ENGLISH).containsKey("inkling.usage.description");
    for (String key : ENGLISH.keySet()) {
      if (key.startsWith("inkling.") && !key.equals("inkling.usage.description")) {
        String[] parts = key.split("\\.", 3);
        assertThat(commands).as(key).contains(parts[1]);
        if (!parts[2].equals("usage.description")) {
          assertThat(options).as(key).contains(parts[2]);
        }
      }
    }
    for (String command : commands) {
      assertThat(ENGLISH).containsKey("inkling." + command + ".usage.description");
    }
  }

  /** What is not asked for is not in the runtime image, and its dates would be in English. */
  @Test
  void theRuntimeImageHasTheLocalesOfAllLanguages() throws IOException {
    String languages =
        languages().stream().map(Locale::getLanguage).distinct().collect(Collectors.joining(","));

    assertThat(Files.readString(Path.of("packaging/pom.xml")))
        .contains("--include-locales " + languages);
  }

  @Test
  void theChineseBundleIsChinese() {
    Map<String, String> texts = load(Locale.SIMPLIFIED_CHINESE);
    Pattern letters = Pattern.compile("\\p{L}{2}");
    Pattern chinese = Pattern.compile("\\p{IsHan}");
    List<String> untranslated =
        ENGLISH.entrySet().stream()
            .filter(e -> letters.matcher(PLACEHOLDER.matcher(e.getValue()).replaceAll("")).find())
            .map(Map.Entry::getKey)
            .filter(key -> !chinese.matcher(texts.getOrDefault(key, "")).find())
            .filter(key -> !key.startsWith("training.name.adam")) // a name of its own
            .toList();

    assertThat(untranslated).isEmpty();
  }
}
