package inklab.ui.widget;

import javafx.css.Styleable;

/** A node that takes its colours and measures from the style sheet by role. */
public interface Inked extends Styleable {
    /** This node's colours and measures. */
    InkStyle ink();
}
