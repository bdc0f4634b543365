package inklab.ui.build;

import inklab.net.Fix;
import inklab.net.Problem;
import java.util.Optional;

/** What is wrong with a layer, and its mend where a machine can apply one. */
record Trouble(Problem problem, Optional<Fix> fix) {}
