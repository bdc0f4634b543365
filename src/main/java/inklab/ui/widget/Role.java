package inklab.ui.widget;

import java.util.List;

/** What a colour is for. A style sheet gives each role its colour through the role's property. */
public enum Role {
    /** The content's ground. */
    PAPER("-role-paper"),
    /** Rail, top bar and panel. */
    FRAME("-role-frame"),
    /** Cards, and fields in the panel. */
    SHEET("-role-sheet"),
    /** Tracks and fields on a sheet. */
    WELL("-role-well"),
    /** Tracks on the frame. */
    TRACK("-role-track"),
    /** Grid lines. */
    HAIRLINE("-role-hairline"),
    INK("-role-ink"),
    INK_2("-role-ink-2"),
    INK_3("-role-ink-3"),
    /** Yours to press, or chosen. */
    ACCENT("-role-accent"),
    ACCENT_SOFT("-role-accent-soft"),
    ON_ACCENT("-role-on-accent"),
    DANGER("-role-danger"),
    DANGER_SOFT("-role-danger-soft"),
    WARNING("-role-warning"),
    WARNING_SOFT("-role-warning-soft"),
    GOOD("-role-good"),
    GOOD_SOFT("-role-good-soft"),
    /** The ground of hover tags. */
    INVERSE("-role-inverse"),
    ON_INVERSE("-role-on-inverse"),
    /** Quieter words on a hover tag. */
    ON_INVERSE_2("-role-on-inverse-2"),
    /** Above zero in a signed map. */
    POSITIVE("-role-positive"),
    /** Below zero in a signed map. */
    NEGATIVE("-role-negative"),
    SERIES_1("-role-series-1"),
    SERIES_2("-role-series-2"),
    SERIES_3("-role-series-3"),
    SERIES_4("-role-series-4"),
    SERIES_5("-role-series-5"),
    SERIES_6("-role-series-6"),
    /** The series' colours where they are text: dark enough to read. */
    SERIES_1_TEXT("-role-series-1-text"),
    SERIES_2_TEXT("-role-series-2-text"),
    SERIES_3_TEXT("-role-series-3-text"),
    SERIES_4_TEXT("-role-series-4-text"),
    SERIES_5_TEXT("-role-series-5-text"),
    SERIES_6_TEXT("-role-series-6-text");

    private static final List<Role> SERIES = List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6);

    private final String property;

    Role(String property) {
        this.property = property;
    }

    /** The property by which a style sheet sets this role. */
    public String property() {
        return property;
    }

    /** The colour of series k = 0, 1, …; after the last it begins again. */
    public static Role series(int k) {
        return SERIES.get(Math.floorMod(k, SERIES.size()));
    }

    /** This role's colour where it is text; itself for roles that are not series. */
    public Role asText() {
        return switch (this) {
            case SERIES_1 -> SERIES_1_TEXT;
            case SERIES_2 -> SERIES_2_TEXT;
            case SERIES_3 -> SERIES_3_TEXT;
            case SERIES_4 -> SERIES_4_TEXT;
            case SERIES_5 -> SERIES_5_TEXT;
            case SERIES_6 -> SERIES_6_TEXT;
            default -> this;
        };
    }
}
