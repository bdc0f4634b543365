package inklab.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import inklab.recipe.Measured.Machine;
import inklab.recipe.MeasuredCommittee.Member;
import inklab.recipe.MeasuredCommittee.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Results out of a JSON object. */
final class ResultsReader {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final List<Problem> problems = new ArrayList<>();
    private final Set<List<Object>> known = new HashSet<>();

    ResultsFile.Parsed read(ObjectNode json) {
        Fields root = new Fields(json, "", problems);
        long format = root.require("format", "1").whole("format", ResultsFile.FORMAT);
        if (format != ResultsFile.FORMAT)
            root.impossible(
                    "format",
                    "This list is of format " + format + "; this Inklab reads format " + ResultsFile.FORMAT + ".",
                    format > ResultsFile.FORMAT ? "Use a newer Inklab." : "The first format is 1.");
        List<Measured> runs = new ArrayList<>();
        for (Fields in : root.require("runs", "[]").objects("runs")) runs.add(run(in));
        List<MeasuredCommittee> committees = new ArrayList<>();
        for (Fields in : root.require("committees", "[]").objects("committees")) committees.add(committee(in));
        root.finish();
        return new ResultsFile.Parsed(
                problems.isEmpty() ? Optional.of(new Results(runs, committees)) : Optional.empty(), problems);
    }

    private Measured run(Fields in) {
        Measured run = new Measured(
                text(in, "row"),
                sha256(in, "recipe"),
                in.require("seed", "1").whole("seed", 1),
                count(in, "epochs", 1),
                count(in, "epochs_published", 0),
                count(in, "best_epoch", 1),
                in.has("validation_error") ? share(in, "validation_error") : Double.NaN,
                share(in, "test_error"),
                count(in, "images", 1),
                positive(in, "wall_s"),
                positive(in, "images_per_s"),
                date(in),
                machine(in),
                sha256(in, "weights"),
                in.require("deviations", "[]").texts("deviations"));
        if (run.bestEpoch() > run.epochs())
            in.impossible("best_epoch", "This is beyond the last epoch.", "Measure the run again.");
        if (!known.add(List.of("run", run.row(), run.seed())))
            in.impossible("seed", "This row has another net of this seed.", "Keep one of the two.");
        in.finish();
        return run;
    }

    private MeasuredCommittee committee(Fields in) {
        List<Member> members = new ArrayList<>();
        for (Fields member : in.require("members", "[]").objects("members")) members.add(member(member));
        double averaged = share(in, "averaged_error");
        double votes = share(in, "votes_error");
        int images = count(in, "images", 1);
        List<Size> sizes = new ArrayList<>();
        for (Fields size : in.require("by_size", "[]").objects("by_size")) sizes.add(size(size));
        MeasuredCommittee committee = new MeasuredCommittee(
                text(in, "row"),
                members,
                averaged,
                votes,
                images,
                sizes,
                date(in),
                machine(in),
                in.require("deviations", "[]").texts("deviations"));
        if (!known.add(List.of("committee", committee.row(), members.size())))
            in.impossible("members", "This row has another committee of this size.", "Keep one of the two.");
        in.finish();
        return committee;
    }

    private static Member member(Fields in) {
        Member member = new Member(
                text(in, "name"),
                sha256(in, "recipe"),
                in.require("seed", "1").whole("seed", 1),
                count(in, "epochs", 1),
                share(in, "test_error"));
        in.finish();
        return member;
    }

    private static Size size(Fields in) {
        Size size = new Size(
                count(in, "size", 1),
                count(in, "committees", 1),
                share(in, "lowest"),
                share(in, "mean"),
                share(in, "highest"));
        in.finish();
        return size;
    }

    private static Machine machine(Fields in) {
        Fields machine = in.require("machine", "{}").object("machine");
        Machine read = new Machine(
                text(machine, "cpu"), count(machine, "cores", 1), text(machine, "os"), text(machine, "java"));
        machine.finish();
        return read;
    }

    private static LocalDate date(Fields in) {
        String text = text(in, "date");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            if (!text.isEmpty())
                in.impossible("date", "“" + Fields.shown(text) + "” is no date.", "Dates are written 2026-11-20.");
            return LocalDate.EPOCH;
        }
    }

    private static String sha256(Fields in, String name) {
        String text = text(in, name);
        if (!text.isEmpty() && !SHA_256.matcher(text).matches())
            in.impossible(name, "“" + Fields.shown(text) + "” is no SHA-256.", "It has 64 digits, 0 to f.");
        return text;
    }

    private static double share(Fields in, String name) {
        double share = in.require(name, "0.01").number(name, 0);
        if (share < 0 || share > 1) in.impossible(name, "A share lies between 0 and 1.", "1 % is 0.01.");
        return share;
    }

    private static double positive(Fields in, String name) {
        double number = in.require(name, "1").number(name, 1);
        if (number < 0) in.impossible(name, "This is below 0.", "Measure the run again.");
        return number;
    }

    private static int count(Fields in, String name, int least) {
        int number = in.require(name, "1").integer(name, least);
        if (number < least) in.impossible(name, "This is below " + least + ".", "Measure the run again.");
        return number;
    }

    private static String text(Fields in, String name) {
        return in.require(name, "\"…\"").text(name, "");
    }
}
