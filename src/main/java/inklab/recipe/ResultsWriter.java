package inklab.recipe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Decimal;
import inklab.recipe.Measured.Machine;
import inklab.recipe.MeasuredCommittee.Member;
import inklab.recipe.MeasuredCommittee.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Results into JSON. */
final class ResultsWriter {
    private static final MathContext FEW_DIGITS = new MathContext(6);

    private ResultsWriter() {}

    static ObjectNode run(Measured run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("row", run.row());
        json.put("recipe", run.recipe());
        json.put("seed", run.seed());
        json.put("epochs", run.epochs());
        json.put("epochs_published", run.epochsPublished());
        json.put("best_epoch", run.bestEpoch());
        if (!Double.isNaN(run.validationError())) json.set("validation_error", number(run.validationError()));
        json.set("test_error", number(run.testError()));
        json.put("images", run.images());
        json.set("wall_s", rounded(run.seconds()));
        json.set("images_per_s", rounded(run.imagesPerSecond()));
        json.put("date", run.date().toString());
        json.set("machine", machine(run.machine()));
        json.put("weights", run.weights());
        texts(json.putArray("deviations"), run.deviations());
        return json;
    }

    static ObjectNode committee(MeasuredCommittee committee) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("row", committee.row());
        ArrayNode members = json.putArray("members");
        for (Member member : committee.members()) {
            ObjectNode one = members.addObject();
            one.put("name", member.name());
            one.put("recipe", member.recipe());
            one.put("seed", member.seed());
            one.put("epochs", member.epochs());
            one.set("test_error", number(member.testError()));
        }
        json.set("averaged_error", number(committee.averagedError()));
        json.set("votes_error", number(committee.votesError()));
        json.put("images", committee.images());
        ArrayNode sizes = json.putArray("by_size");
        for (Size size : committee.bySize()) {
            ObjectNode one = sizes.addObject();
            one.put("size", size.size());
            one.put("committees", size.committees());
            one.set("lowest", number(size.lowest()));
            one.set("mean", number(size.mean()));
            one.set("highest", number(size.highest()));
        }
        json.put("date", committee.date().toString());
        json.set("machine", machine(committee.machine()));
        texts(json.putArray("deviations"), committee.deviations());
        return json;
    }

    private static ObjectNode machine(Machine machine) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("cpu", machine.cpu());
        json.put("cores", machine.cores());
        json.put("os", machine.os());
        json.put("java", machine.java());
        return json;
    }

    private static void texts(ArrayNode array, List<String> texts) {
        for (String text : texts) array.add(text);
    }

    /** Errors are kept to the last bit: they are compared with what is counted again. */
    private static DecimalNode number(double value) {
        return DecimalNode.valueOf(new BigDecimal(Decimal.text(value)));
    }

    private static DecimalNode rounded(double value) {
        return number(new BigDecimal(value).round(FEW_DIGITS).doubleValue());
    }
}
