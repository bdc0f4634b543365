package inklab.ui.distort;

import inklab.distort.Distortion;
import inklab.distort.Elastic;
import java.util.List;

/**
 * A distortion to start from.
 *
 * @param key of its name in the texts
 */
record DistortPreset(String key, Distortion distortion) {
    /** Published distortions first as they were published, then two of plain sense. */
    static List<DistortPreset> all() {
        return List.of(
                new DistortPreset("preset.none", Distortion.NONE),
                // Simard, Steinkraus and Platt, 2003.
                new DistortPreset("preset.simard", Distortion.elastic(4, 34)),
                // Cireşan et al., 2010: deep, big, simple.
                new DistortPreset("preset.ciresan", with(Distortion.elastic(6, 36), 15, 0.15, 0, 0)),
                // The reproduction of the multi-column nets.
                new DistortPreset("preset.columns", Distortion.elastic(8, 36)),
                // Nielsen, chapter 6: one pixel up, down, left or right.
                new DistortPreset("preset.nielsen", new Distortion(Elastic.NONE, 0, 0, 0, 0, 0, 1, 0, false)),
                new DistortPreset("preset.photographs", new Distortion(Elastic.NONE, 0, 0, 0, 0, 3, 0, 0, true)));
    }

    private static Distortion with(Distortion d, double rotation, double scale, double shear, double shift) {
        return new Distortion(d.elastic(), rotation, scale, scale, shear, shift, d.pixelShift(), d.noise(), d.flip());
    }
}
