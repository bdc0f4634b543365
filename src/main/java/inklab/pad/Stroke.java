package inklab.pad;

import java.util.List;

/** The pen's way from where it touched the paper to where it left it. One point is a dot. */
public record Stroke(List<PenPoint> points) {
    public Stroke {
        points = List.copyOf(points);
    }
}
