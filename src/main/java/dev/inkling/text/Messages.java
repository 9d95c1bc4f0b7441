package dev.inkling.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts a user reads, in one language. Immutable. */
public final class Messages {
  /**
   * Name of the bundle: {@code messages.properties} is English, and each other language has a file
   * of its own with the same keys, such as {@code messages_zh.properties}.
   */
  public static final String BUNDLE = "dev.inkling.messages";

  /**
   * The languages that have a complete bundle, one a line, in the order of the window's menu. The
   * first is read by all who want another one. A new language is its bundle and a line here; a test
   * then asks for its dates and numbers in the runtime image.
   */
  public static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH, //
          Locale.SIMPLIFIED_CHINESE);

  /** Stands beside Chinese that is put into a text, until that is whole. */
  private static final String MARK = "\uE000";

  /** Chinese has spaces round Latin names and numbers, as its bundle writes them, and none else. */
  private static final Pattern MARKED =
      Pattern.compile("(?<=\\p{IsHan}) " + MARK + "|" + MARK + " (?=\\p{IsHan})|" + MARK);

  private final Locale locale;
  private final ResourceBundle bundle;

  /**
   * The texts for a locale.
   *
   * @param wanted any locale; its language counts, so that Chinese of any region reads Simplified
   *     Chinese, and who wants a language that is not there reads English
   */
  public Messages(Locale wanted) {
    this(wanted, LANGUAGES);
  }

  /** The texts for a locale, as if there were these languages. */
  Messages(Locale wanted, List<Locale> languages) {
    locale = best(wanted, languages);
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The locale itself where it is there, else the first of its language, else the first of all. */
  private static Locale best(Locale wanted, List<Locale> languages) {
    return Stream.of(
            languages.stream().filter(wanted::equals),
            languages.stream().filter(each -> each.getLanguage().equals(wanted.getLanguage())),
            languages.stream())
        .flatMap(Function.identity())
        .findFirst()
        .orElseThrow();
  }

  /** The language of these texts: one of {@link #LANGUAGES}. */
  public Locale locale() {
    return locale;
  }

  /** The bundle itself, for libraries that look keys up on their own. */
  public ResourceBundle bundle() {
    return bundle;
  }

  /**
   * One text.
   *
   * @param key a key of the bundle
   * @param arguments what {@link MessageFormat} puts in place of {0}, {1}…; of a {@link Phrase} its
   *     own text
   * @throws java.util.MissingResourceException when the bundle lacks the key
   */
  public String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    if (arguments.length == 0) {
      return pattern;
    }
    String text =
        new MessageFormat(pattern, locale)
            .format(Arrays.stream(arguments).map(this::resolved).toArray());
    return MARKED.matcher(text).replaceAll("");
  }

  /**
   * Numbers as the language writes them: {@link String#format}, which alone would write them as the
   * system's region does.
   */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more library
  public String format(String format, Object... arguments) {
    return String.format(locale, format, arguments);
  }

  private Object resolved(Object argument) {
    Object shown = argument instanceof Phrase phrase ? get(phrase) : argument;
    return shown instanceof String text ? marked(text) : shown;
  }

  private static String marked(String text) {
    boolean begins = !text.isEmpty() && isChinese(text.codePointAt(0));
    boolean ends = !text.isEmpty() && isChinese(text.codePointBefore(text.length()));
    return (begins ? MARK : "") + text + (ends ? MARK : "");
  }

  private static boolean isChinese(int letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN;
  }

  /** A phrase. */
  public String get(Phrase phrase) {
    return get(phrase.key(), phrase.arguments());
  }

  /** The sentence that tells a user about a problem. */
  public String get(Problem problem) {
    return get(problem.key(), problem.arguments());
  }
}
