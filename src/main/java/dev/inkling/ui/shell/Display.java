package dev.inkling.ui.shell;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.Optional;

/** Finds out whether a window can be opened, before JavaFX fails in its own words. */
public final class Display {
  private Display() {}

  /** The key of the sentence that says what is missing, or nothing when a window can be opened. */
  public static Optional<String> missing() {
    if (!Platform.isLinux()) {
      return Optional.empty();
    }
    String display = System.getenv("DISPLAY");
    if (display == null || display.isBlank()) {
      return Optional.of("window.noDisplay");
    }
    try {
      NativeLibrary.getInstance("libgtk-3.so.0");
      return isReachable() ? Optional.empty() : Optional.of("window.noDisplay");
    } catch (UnsatisfiedLinkError e) {
      return Optional.of("window.noGtk");
    }
  }

  private static boolean isReachable() {
    NativeLibrary x11 = NativeLibrary.getInstance("libX11.so.6");
    Pointer display = x11.getFunction("XOpenDisplay").invokePointer(new Object[] {Pointer.NULL});
    if (display == null) {
      return false;
    }
    x11.getFunction("XCloseDisplay").invokeInt(new Object[] {display});
    return true;
  }

  /** Lets JavaFX start without a display: it draws in memory. Before JavaFX starts. */
  public static void useHeadless() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
  }
}
