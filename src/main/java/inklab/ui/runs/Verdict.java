package inklab.ui.runs;

import inklab.evaluate.PairedTest;
import inklab.ui.Figures;
import inklab.ui.Texts;

/** The paired test in words. */
final class Verdict {
    private Verdict() {}

    /** Against whom, how likely by chance, and how many images mean nothing. */
    static String of(Standing standing, PairedTest test, Texts texts) {
        String against = texts.get(
                standing.single().validated() ? "noise.against" : "noise.first",
                standing.members().get(standing.single().member()).name());
        String key = test.differing() == 0
                ? "noise.same"
                : test.p() < 0.001 ? "noise.sure" : test.p() < 0.05 ? "noise.hardly" : "noise.may";
        int images = standing.subsets().images();
        return against + "\n" + texts.get(key, RunWords.p(test.p())) + " "
                + texts.get("noise.images", number(test.noise(), texts), Figures.count(images));
    }

    private static String number(int n, Texts texts) {
        String[] words = texts.get("numbers").split(",", -1);
        return n < words.length ? words[n] : Figures.count(n);
    }
}
