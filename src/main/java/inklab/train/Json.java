package inklab.train;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import inklab.net.Problem;
import java.io.IOException;

/** How a run folder's records become JSON: names in snake case, nothing missing, and null for a number that is none (NaN, ±∞). */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // A later version may add some.
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new NumberOrNull())
                    .addSerializer(double.class, new NumberOrNull())
                    .addDeserializer(Double.class, new NumberOrNaN())
                    .addDeserializer(double.class, new NumberOrNaN())
                    .addSerializer(new StdDelegatingSerializer(Problem.class, new PlainProblem()))
                    .addDeserializer(Problem.class, new StdDelegatingDeserializer<>(new ProblemAgain())))
            .build();

    private Json() {}

    /** The words of a problem, without whatever could mend it in the window. */
    private record Words(String where, String what, String how) {}

    private static final class PlainProblem extends StdConverter<Problem, Words> {
        @Override
        public Words convert(Problem problem) {
            return new Words(problem.where(), problem.what(), problem.how());
        }
    }

    private static final class ProblemAgain extends StdConverter<Words, Problem> {
        @Override
        public Problem convert(Words words) {
            return new Problem(words.where(), words.what(), words.how());
        }
    }

    private static final class NumberOrNull extends StdSerializer<Double> {
        private static final long serialVersionUID = 1;

        NumberOrNull() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) json.writeNumber(value);
            else json.writeNull();
        }
    }
}
