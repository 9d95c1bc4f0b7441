package dev.inkling.ui.shell;

import dev.inkling.ui.kit.Shortcuts;
import java.util.function.Function;
import javafx.scene.layout.Region;

/**
 * A screen, all that the window knows of it.
 *
 * @param key of its title, such as window.pad; with a dash for the dot it is its button's id
 * @param icon beside the title, a name of Ikonli's Bootstrap icons
 * @param view makes its content when it is first shown, and says what keys do in it
 * @param shown happens each time when it comes into view
 * @param hidden happens each time when another comes into view
 */
record Screen(
    String key, String icon, Function<Shortcuts, Region> view, Runnable shown, Runnable hidden) {}
