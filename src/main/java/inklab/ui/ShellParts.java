package inklab.ui;

/** What the shell is made of besides its workspaces: made once, where the window is wired. */
public record ShellParts(
        Selection selection,
        Navigation navigation,
        Look look,
        Language language,
        Typeface typeface,
        Notices notices,
        Recipes recipes,
        Training training,
        Texts texts) {}
