package inklab.train;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads JSON's null as NaN, which JSON has no number for. */
public class NumberOrNaN extends StdDeserializer<Double> {
    private static final long serialVersionUID = 1;

    public NumberOrNaN() {
        super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return json.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
        return Double.NaN;
    }
}
