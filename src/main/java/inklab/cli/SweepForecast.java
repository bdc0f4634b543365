package inklab.cli;

import inklab.sweep.Forecast;
import inklab.sweep.MemberTimes;
import java.util.List;
import java.util.Locale;

/** The forecast of a sweep in words: how its time falls with executors, and what that assumes. */
final class SweepForecast {
    private final MemberTimes times;
    private final Forecast forecast;
    private final List<Integer> executors;
    private final int cores;

    /** @param cores that an executor has */
    SweepForecast(MemberTimes times, Forecast forecast, List<Integer> executors, int cores) {
        this.times = times;
        this.forecast = forecast;
        this.executors = executors;
        this.cores = cores;
    }

    void print(Surroundings surroundings) {
        String on = cores == 1 ? "one core" : cores + " cores";
        surroundings
                .out()
                .println(times.seconds().size() + " members of " + Sentences.time(times.mean())
                        + (Double.isNaN(times.imagesPerSecond())
                                ? " each, as those took that have ended."
                                : String.format(
                                        Locale.ROOT,
                                        " each on %s of this machine (%,.0f images/s, measured).",
                                        on,
                                        times.imagesPerSecond())));
        surroundings.out().println("executors          time  faster");
        for (int n : executors)
            surroundings
                    .out()
                    .printf(
                            Locale.ROOT,
                            "%9d  %12s  %5.1f ×%n",
                            n,
                            Sentences.time(forecast.seconds(n)),
                            forecast.seconds(1) / forecast.seconds(n));
        surroundings
                .out()
                .printf(
                        Locale.ROOT,
                        "Assumed: all executors are as fast as that; %.0f s until one trains, and %.1f s for the driver to"
                                + " send it the assembly and the images, one after another; %.0f s a member for its task"
                                + " and checkpoints; none is lost.%n",
                        forecast.start(),
                        forecast.send(),
                        forecast.each());
    }

    void line(Surroundings surroundings) {
        JsonLine line = new JsonLine()
                .put("members", times.seconds().size())
                .put("member_s", times.mean())
                .put("images_per_s", times.imagesPerSecond())
                .put("start_s", forecast.start())
                .put("send_s", forecast.send())
                .put("each_s", forecast.each());
        for (int n : executors) line.element("forecast").put("executors", n).put("wall_s", forecast.seconds(n));
        line.print(surroundings.out());
    }
}
