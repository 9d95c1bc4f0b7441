package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  @ParameterizedTest
  @CsvSource({
    "en, en",
    "en-GB, en",
    "de-AT, en",
    "zh, zh-CN",
    "zh-CN, zh-CN",
    "zh-TW, zh-CN",
    "und, en"
  })
  void everyoneReadsTheirLanguageOrEnglish(String wanted, String read) {
    assertThat(new Messages(Locale.forLanguageTag(wanted)).locale().toLanguageTag())
        .isEqualTo(read);
  }

  @Test
  void chineseHasSpacesRoundLatinNamesAlone() {
    Messages chinese = new Messages(Locale.SIMPLIFIED_CHINESE);
    assertThat(chinese.get("data.labels.idle", "MNIST")).isEqualTo("MNIST 的哪些标签有误？");
    assertThat(chinese.get("data.labels.idle", "合成数字")).isEqualTo("合成数字的哪些标签有误？");
    assertThat(chinese.get("data.labels.idle", "我的 图片")).isEqualTo("我的 图片的哪些标签有误？");
    assertThat(new Messages(Locale.ENGLISH).get("data.labels.idle", "数"))
        .isEqualTo("Which labels of 数 are wrong?");
  }

  /** Such a bundle lies among the tests: Latin, with a text or two. */
  @ParameterizedTest
  @CsvSource({"la, la", "la-VA, la", "zh-TW, zh-CN", "tlh, en"})
  void aLanguageIsABundleAndALocaleInTheList(String wanted, String read) {
    List<Locale> languages = new ArrayList<>(Messages.LANGUAGES);
    languages.add(Locale.forLanguageTag("la"));

    Messages messages = new Messages(Locale.forLanguageTag(wanted), languages);

    assertThat(messages.locale().toLanguageTag()).isEqualTo(read);
    assertThat(messages.get("language.name").equals("Latina")).isEqualTo(read.equals("la"));
    assertThat(messages.get("problem.file.missing", "x.png")).contains("x.png");
  }

  @Test
  void ofTwoLocalesOfALanguageEachReadsTheirOwn() {
    List<Locale> languages =
        List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE);

    assertThat(new Messages(Locale.TRADITIONAL_CHINESE, languages).locale())
        .isEqualTo(Locale.TRADITIONAL_CHINESE);
    assertThat(new Messages(Locale.CHINESE, languages).locale())
        .isEqualTo(Locale.SIMPLIFIED_CHINESE);
  }

  @Test
  void theSystemsLanguageDoesNotMixIn() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
      assertThat(new Messages(Locale.ENGLISH).get("version")).isEqualTo("Show the version.");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void argumentsAreFilledIn() {
    Messages messages = new Messages(Locale.ENGLISH);

    assertThat(messages.get("problem.file.missing", Path.of("a'b{0}.png")))
        .isEqualTo("a'b{0}.png: there is no such file.");
    assertThat(messages.get("cli.twice", "--model")).isEqualTo("--model was given twice.");
  }

  @Test
  void aMissingKeyIsAMistakeOfTheProgram() {
    assertThatThrownBy(() -> new Messages(Locale.ENGLISH).get("no.such.key"))
        .isInstanceOf(MissingResourceException.class);
  }

  @Test
  void aProblemSpeaksTheLanguageOfTheReader() {
    Problem problem =
        new Problem(new IllegalStateException("why"), "problem.file.missing", "x.png");

    assertThat(problem.getMessage()).isEqualTo("x.png: there is no such file.");
    assertThat(problem).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(new Messages(Locale.CHINESE).get(problem)).startsWith("x.png");
  }
}
