package inklab.sweep;

import inklab.data.Dataset;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.train.TrainingImages;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Images that many members read: loaded once, the last few sets kept. */
public final class SharedImages implements TrainingImages {
    private static final int KEPT = 2;

    private final TrainingImages images;
    private final Map<String, Dataset> loaded = new LinkedHashMap<>();

    public SharedImages(TrainingImages images) {
        this.images = images;
    }

    @Override
    public synchronized Dataset load(Recipe recipe, BooleanSupplier cancelled) throws IOException {
        DataSettings data = recipe.data();
        String key = data.dataset() + " " + data.train() + " " + data.validation() + " " + data.ink() + " "
                + recipe.net().input();
        Dataset there = loaded.remove(key);
        if (there == null) there = images.load(recipe, cancelled);
        loaded.put(key, there);
        if (loaded.size() > KEPT) loaded.remove(loaded.keySet().iterator().next());
        return there;
    }
}
