package dev.inkling.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts a user reads, in one language. Immutable. */
public final class Messages {
  /** Name of the bundle: {@code messages.properties} is English, {@code messages_zh} Chinese. */
  public static final String BUNDLE = "dev.inkling.messages";

  /** The languages that have a complete bundle. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  private final Locale locale;
  private final ResourceBundle bundle;

  /**
   * The texts for a locale.
   *
   * @param wanted any locale; Chinese of any region reads Simplified Chinese, all others English
   */
  public Messages(Locale wanted) {
    locale =
        wanted.getLanguage().equals(Locale.CHINESE.getLanguage())
            ? Locale.SIMPLIFIED_CHINESE
            : Locale.ENGLISH;
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
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
   * @param arguments what {@link MessageFormat} puts in place of {0}, {1}…
   * @throws java.util.MissingResourceException when the bundle lacks the key
   */
  public String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /** The sentence that tells a user about a problem. */
  public String get(Problem problem) {
    return get(problem.key(), problem.arguments());
  }
}
