package inklab.ui;

import javafx.scene.input.KeyCombination;

/**
 * A key, what it is for, and what it does.
 *
 * @param keys pressed anywhere in the window, unless a text field takes them
 * @param says what it does, in a few words: it stands in the shortcuts overview
 */
public record Shortcut(KeyCombination keys, String says, Runnable action) {}
