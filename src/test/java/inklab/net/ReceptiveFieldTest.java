package inklab.net;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.GlobalAveragePool;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.Residual;
import inklab.net.ReceptiveField.Axis;
import inklab.net.ReceptiveField.Window;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReceptiveFieldTest {
    private static NetSpec net(String notation) {
        return Notation.parse(notation).net().orElseThrow();
    }

    private static List<Optional<ReceptiveField>> fields(String notation) {
        return ReceptiveField.of(Inference.of(net(notation)));
    }

    @Test
    void a_unit_of_the_second_convolution_of_the_ciresan_net_sees_13_pixels() {
        List<Optional<ReceptiveField>> fields = fields("1x29x29-20C4-MP2-40C5-MP3-150N-10N");
        assertThat(fields)
                .map(field -> field.orElseThrow().rows())
                .containsExactly(
                        new Axis(4, 1, 0, 29),
                        new Axis(5, 2, 0, 29),
                        new Axis(13, 2, 0, 29),
                        new Axis(17, 6, 0, 29),
                        new Axis(29, 6, 0, 29),
                        new Axis(29, 6, 0, 29));
        assertThat(fields.get(2).orElseThrow().window(3, 8)).isEqualTo(new Window(16, 6, 13, 13));
    }

    @Test
    void what_lies_beyond_the_image_is_cut_off() {
        ReceptiveField field = fields("1x9x9:same-4C5-10N").get(0).orElseThrow();
        assertThat(field.columns()).isEqualTo(new Axis(5, 1, -2, 9));
        assertThat(field.window(0, 8)).isEqualTo(new Window(6, 0, 3, 3));
    }

    @Test
    void where_shapes_are_unknown_so_is_the_field() {
        assertThat(fields("1x9x9-4C20-10N")).containsExactly(Optional.empty(), Optional.empty());
    }

    /** Marks the pixels that reach a unit by following every connection backwards, and compares their hull. */
    @Test
    void the_field_is_what_following_the_connections_gives() {
        Random random = new Random(4);
        String[] layers = {
            "2C3",
            "2C2",
            "2C3/2",
            "2C4/2:same",
            "2C3:same",
            "2C5:same",
            "MP2",
            "MP3/2",
            "AP2/1",
            "BN",
            "R(2C3:same-2C3:same)",
            "tanh"
        };
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("2x23x23");
            for (int k = 1 + random.nextInt(4); k > 0; k--)
                text.append('-').append(layers[random.nextInt(layers.length)]);
            Inference inference = Inference.of(net(text + "-3N"));
            if (!inference.isSound()) continue;
            List<Optional<ReceptiveField>> fields = ReceptiveField.of(inference);
            for (int layer = 0; layer < fields.size(); layer++) {
                Shape out = inference.shapes().get(layer);
                int row = random.nextInt(out.height());
                boolean[] seen = new boolean[out.height()];
                seen[row] = true;
                for (int back = layer; back >= 0; back--)
                    seen = before(inference.layers().get(back), seen);
                int first = 0;
                while (!seen[first]) first++;
                int last = seen.length - 1;
                while (!seen[last]) last--;
                Window window = fields.get(layer).orElseThrow().window(row, 0);
                assertThat(window.top() + " " + window.height())
                        .as("%s layer %d row %d", text, layer, row)
                        .isEqualTo(first + " " + (last - first + 1));
            }
        }
    }

    private static boolean[] before(Inference.Layer layer, boolean[] out) {
        int n = layer.input().orElseThrow().height();
        boolean[] in = new boolean[n];
        LayerSpec spec = layer.spec();
        if (spec instanceof Residual) {
            boolean[] body = out;
            for (int j = layer.body().size() - 1; j >= 0; j--)
                body = before(layer.body().get(j), body);
            for (int y = 0; y < n; y++) in[y] = body[y] || out[y];
            return in;
        }
        int size = spec instanceof Conv c ? c.kernel() : spec instanceof Pool p ? p.size() : 1;
        int stride = spec instanceof Conv c ? c.stride() : spec instanceof Pool p ? p.stride() : 1;
        boolean all = spec instanceof Dense || spec instanceof Output || spec instanceof GlobalAveragePool;
        int padding = 0;
        if (spec instanceof Conv c && c.padding() == Padding.SAME)
            padding = Math.max(0, (out.length - 1) * stride + size - n) / 2;
        for (int r = 0; r < out.length; r++)
            for (int y = 0; y < n; y++)
                if (out[r] && (all || (y >= r * stride - padding && y < r * stride - padding + size))) in[y] = true;
        return in;
    }
}
