package dev.inkling.ui.shell;

import dev.inkling.ui.kit.Shortcuts;
import java.util.function.Function;
import javafx.scene.layout.Region;

/**
 * A screen, all that the window knows of it.
 *
 * @param name its title is the text {@code window.NAME}, its button's id {@code window-NAME}
 * @param icon beside the title, a name of Ikonli's Bootstrap icons
 * @param view makes its content when it is first shown, and says what keys do in it
 * @param shown happens each time when it comes into view
 * @param hidden happens each time when another comes into view
 */
record Screen(
    String name, String icon, Function<Shortcuts, Region> view, Runnable shown, Runnable hidden) {}
