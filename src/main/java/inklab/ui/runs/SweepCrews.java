package inklab.ui.runs;

import inklab.sweep.Sweep;
import inklab.sweep.SweepFolder;
import inklab.sweep.SweepRun;

/** Who trains the members of sweeps that are begun in the window. */
@FunctionalInterface
public interface SweepCrews {
    SweepRun.Crews of(Sweep sweep, SweepFolder folder);
}
