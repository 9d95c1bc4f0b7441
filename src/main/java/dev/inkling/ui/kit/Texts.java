package dev.inkling.ui.kit;

import dev.inkling.text.Messages;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The window's texts, which change with its language while it is open. */
public final class Texts {
  private final ReadOnlyObjectWrapper<Messages> messages;

  /** Texts that begin in the language of a locale. */
  public Texts(Locale locale) {
    messages = new ReadOnlyObjectWrapper<>(new Messages(locale));
  }

  /** The texts of the present language. */
  public ReadOnlyObjectProperty<Messages> messagesProperty() {
    return messages.getReadOnlyProperty();
  }

  /** Switches the language. */
  public void setLocale(Locale locale) {
    messages.set(new Messages(locale));
  }

  /** A text in the present language. */
  public String get(String key, Object... arguments) {
    return messages.get().get(key, arguments);
  }

  /** Numbers as the present language writes them, see {@link Messages#format}. */
  public String format(String format, Object... arguments) {
    return messages.get().format(format, arguments);
  }

  /** What a command is called, as the header of what it opens: without the dots that promise it. */
  public String header(String key) {
    return get(key).replaceFirst("\\h*(…|\\.{3})$", "");
  }

  /** Sentences one after the other, with a space between them where the language has one. */
  public String sentences(String... all) {
    boolean hasSpace = !messages.get().locale().getLanguage().equals("zh");
    return String.join(hasSpace ? " " : "", all);
  }

  /** The name of one of a recipe's choices. */
  public String name(Enum<?> choice) {
    return get("training.name." + choice.name().toLowerCase(Locale.ROOT));
  }

  /** A phrase in the present language. */
  public String get(Phrase phrase) {
    return messages.get().get(phrase);
  }

  /** A problem's sentence in the present language. */
  public String get(Problem problem) {
    return messages.get().get(problem);
  }

  /** A text that follows the language. */
  public StringBinding bind(String key, Object... arguments) {
    return Bindings.createStringBinding(() -> get(key, arguments), messages);
  }
}
