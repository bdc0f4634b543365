package inklab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which room may know which. Every rule comes with classes that break it, which are compiled on the fly: a rule that lets them pass is no
 * rule.
 */
class ArchitectureTest {
    private static final String[] JDK = {"java..", "javax.."};
    private static final String JAVAFX = "javafx..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String[] DL4J = {"org.nd4j..", "org.deeplearning4j.."};
    private static final String NATIVES = "org.bytedeco..";
    private static final String[] CONTROLS = {"org.controlsfx..", "atlantafx..", "org.kordamp.ikonli.."};
    private static final String[] IMPLEMENTATIONS = {"inklab.engine.dl4j..", "inklab.engine.torch.."};
    private static final List<String> WORKSPACES =
            List.of("data", "distort", "build", "train", "inspect", "draw", "runs");

    private static JavaClasses inklab;
    private static JavaClasses wrong;

    /** A rule, and a class that breaks it: its package, and the class that it uses. */
    private record Rule(ArchRule rule, String wrongPackage, String uses) {
        String name() {
            return rule.getDescription();
        }

        /** The breaking class, without its package. */
        String wrongClass() {
            return "Wrong" + Integer.toHexString(name().hashCode());
        }

        String source() {
            return "package " + wrongPackage + "; class " + wrongClass() + "ViewModel { " + uses + " }";
        }
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(rooms());
        rules.add(new Rule(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("inklab.engine.dl4j..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(DL4J).and(not(PROTOBUF)))
                        .because("a second engine must be able to stand beside the first: one room knows DL4J"),
                "inklab.train",
                "org.nd4j.linalg.api.ndarray.INDArray it;"));
        rules.add(new Rule(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(IMPLEMENTATIONS)
                        .should()
                        .dependOnClassesThat(resideInAPackage(NATIVES))
                        .because("native libraries are the engines' business"),
                "inklab.evaluate",
                "org.bytedeco.javacpp.Pointer it;"));
        rules.add(new Rule(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("inklab.ui..")
                        .and(not(MAIN))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(with(CONTROLS, JAVAFX))
                        .because(
                                "the command line runs where there is no display, and rooms are tested without a toolkit"),
                "inklab.pad",
                "javafx.geometry.Point2D it;"));
        rules.add(new Rule(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("inklab.ui.work")
                        .should()
                        .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                        .because("one place hands work to the FX thread, so that it can be paced and tested"),
                "inklab.ui.draw",
                "void it() { javafx.application.Platform.runLater(() -> {}); }"));
        rules.add(new Rule(
                noClasses()
                        .that()
                        .resideInAPackage("inklab.ui..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(IMPLEMENTATIONS)
                        .because("the window knows engines by their seam alone; Main hands them in"),
                "inklab.ui.train",
                "inklab.engine.dl4j.Dl4jEngine it;"));
        rules.add(new Rule(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("inklab.cli..")
                        .and(not(MAIN))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("inklab.cli..", "picocli..")
                        .because("the command line is one of two faces: what both need lies below it"),
                "inklab.ui.runs",
                "picocli.CommandLine it;"));
        rules.add(new Rule(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("inklab.ui..")
                        .and(not(MAIN))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("inklab.ui..")
                        .because("the window is one of two faces: what both need lies below it"),
                "inklab.recipe",
                "inklab.ui.Theme it;"));
        rules.add(new Rule(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("inklab.Main")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("inklab.Main")
                        .because("Main wires everything, so nothing can need it"),
                "inklab.train",
                "Object it = inklab.Main.class;"));
        rules.add(new Rule(
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("ViewModel")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo("javafx.scene.Node")
                        .because("a view model is tested without a window: it has properties, no nodes")
                        .allowEmptyShould(true),
                "inklab.ui.build",
                "javafx.scene.layout.Region it;"));
        for (String workspace : WORKSPACES) rules.add(alone(workspace));
        return rules;
    }

    /** The table: a room, and all that it may know beside the JDK and itself. */
    private static List<Rule> rooms() {
        return List.of(
                room("data", "readers and generators must be usable and testable with nothing else")
                        .brokenBy("inklab.data.ink", "inklab.recipe.Recipe it;"),
                room("distort", "distortion is pure: images in, images out")
                        .brokenBy("inklab.distort", "inklab.data.ImageSet it;"),
                room("net", "a net is a description, whatever trains it")
                        .brokenBy("inklab.net", "inklab.engine.Weights it;"),
                room("pad", "the pad's path must be the same for window and command line", "data..")
                        .brokenBy("inklab.pad", "inklab.recipe.Preparation it;"),
                room("recipe", "a recipe says what is to be trained and knows no trainer", "data..", "distort", "net")
                        .using(JACKSON)
                        .brokenBy("inklab.recipe", "inklab.engine.Engine it;"),
                room("engine", "the seam knows neither side: no loop, no data, no implementation", "net")
                        .using(JACKSON)
                        .brokenBy("inklab.engine", "inklab.engine.dl4j.Dl4jEngine it;"),
                room(
                                "engine.dl4j",
                                "an engine does steps; epochs, data and files are others' business",
                                "engine",
                                "net")
                        .using(with(DL4J, NATIVES))
                        .brokenBy("inklab.engine.dl4j", "inklab.train.Trainer it;"),
                room(
                                "engine.torch",
                                "an engine does steps; epochs, data and files are others' business",
                                "engine",
                                "net")
                        .using(NATIVES, "com.sun.jna..")
                        .brokenBy("inklab.engine.torch", "inklab.engine.dl4j.Dl4jEngine it;"),
                room(
                                "train",
                                "the loop is written once, for every engine",
                                "recipe",
                                "engine",
                                "data..",
                                "distort",
                                "net")
                        .using(JACKSON)
                        .brokenBy("inklab.train", "inklab.engine.dl4j.Dl4jEngine it;"),
                room(
                                "evaluate",
                                "scores are made from trained runs and images, prepared as the recipe and its net's input say",
                                "engine",
                                "data..",
                                "train",
                                "recipe",
                                "net")
                        .using(JACKSON)
                        .brokenBy("inklab.evaluate", "inklab.distort.Distortion it;"),
                room(
                                "sweep",
                                "many trainings are planned and kept here, whatever trains them",
                                "recipe",
                                "train",
                                "engine",
                                "evaluate",
                                "data..",
                                "net")
                        .using(JACKSON)
                        .brokenBy("inklab.sweep", "inklab.distort.Distortion it;"),
                room(
                                "spark",
                                "a sweep's members on other machines, in an install of its own",
                                "sweep",
                                "recipe",
                                "train",
                                "engine..",
                                "data..",
                                "net")
                        .using(JACKSON, "org.apache.spark..", "org.apache.hadoop..", "scala..")
                        .brokenBy("inklab.spark", "inklab.cli.Cli it;"),
                room("inspect", "looks into a network, not at how it was trained", "engine", "net", "data..")
                        .brokenBy("inklab.inspect", "inklab.train.Trainer it;"),
                room("export", "turns runs into other tools' files, without images", "recipe", "engine", "net", "train")
                        .using(JACKSON)
                        .using("onnx..", "org.nd4j.shade.protobuf..", "io.jhdf..")
                        .brokenBy("inklab.export", "inklab.data.ImageSet it;"),
                room("ui.work", "background work knows nothing of what it does")
                        .using(JAVAFX)
                        .brokenBy("inklab.ui.work", "inklab.data.Progress it;"),
                room("ui.widget", "a control shows numbers and pixels, whatever they mean")
                        .using(with(CONTROLS, JAVAFX))
                        .brokenBy("inklab.ui.widget", "inklab.engine.Network it;"));
    }

    private static Rule alone(String workspace) {
        String[] others = WORKSPACES.stream()
                .filter(other -> !other.equals(workspace))
                .map(other -> "inklab.ui." + other + "..")
                .toArray(String[]::new);
        String other = WORKSPACES.get((WORKSPACES.indexOf(workspace) + 1) % WORKSPACES.size());
        return new Rule(
                noClasses()
                        .that()
                        .resideInAPackage("inklab.ui." + workspace + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others)
                        .because("a workspace can be deleted with its folder; what two share lies in inklab.ui")
                        .allowEmptyShould(true),
                "inklab.ui." + workspace,
                "inklab.ui." + other + ".Public it;");
    }

    /** A row of the table under construction. */
    private record Room(String name, String because, List<String> known) {
        Room using(String... libraries) {
            List<String> more = new ArrayList<>(known);
            more.addAll(List.of(libraries));
            return new Room(name, because, more);
        }

        Rule brokenBy(String wrongPackage, String uses) {
            String[] allowed = known.toArray(String[]::new);
            return new Rule(
                    classes()
                            .that()
                            .resideInAPackage(inside(name))
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(allowed).or(PROBLEM).as("reside in " + String.join(", ", known)))
                            .because(because)
                            // Rooms of later days are in the table already.
                            .allowEmptyShould(true),
                    wrongPackage,
                    uses);
        }
    }

    private static Room room(String name, String because, String... rooms) {
        List<String> known = new ArrayList<>(List.of(JDK));
        known.add(inside(name));
        for (String room : rooms) known.add("inklab." + room);
        return new Room(name, because, known);
    }

    /** Sub-packages belong to a room, save the engine's implementations to the seam. */
    private static String inside(String room) {
        return "inklab." + room + (room.equals("engine") ? "" : "..");
    }

    /** A user's mistake is the same value everywhere, so every room may speak of one. */
    private static final DescribedPredicate<JavaClass> PROBLEM =
            describe("are inklab.net.Problem", type -> type.getFullName().startsWith("inklab.net.Problem"));

    /** ONNX's classes, and the protobuf that they stand on, come in ND4J's jars; they compute nothing. */
    private static final DescribedPredicate<JavaClass> PROTOBUF = resideInAPackage("org.nd4j.shade.protobuf..");

    private static final DescribedPredicate<JavaClass> MAIN =
            resideInAPackage("inklab").as("wire everything");

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }

    private static String[] with(String[] some, String more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @BeforeAll
    static void read(@TempDir Path folder) throws IOException {
        inklab = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("inklab");
        wrong = new ClassFileImporter().importPath(compiled(folder));
    }

    /** The breaking classes, and a class in each workspace that they can use. */
    private static Path compiled(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (Rule rule : rules()) files.add(write(folder, rule.wrongPackage(), rule.wrongClass(), rule.source()));
        for (String workspace : WORKSPACES) {
            String name = "inklab.ui." + workspace;
            files.add(write(folder, name, "Public", "package " + name + "; public class Public {}"));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString());
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean good = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromStrings(files))
                    .call();
            assertThat(good).as(said.toString()).isTrue();
        }
        return folder;
    }

    private static String write(Path folder, String inPackage, String name, String source) throws IOException {
        Path file = folder.resolve("source").resolve(inPackage).resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        return file.toString();
    }

    @TestFactory
    Stream<DynamicTest> every_rule_holds() {
        return rules().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.name(), () -> rule.rule().check(inklab)));
    }

    @TestFactory
    Stream<DynamicTest> every_rule_notices_a_class_that_breaks_it() {
        return rules().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(rule.rule()
                                        .evaluate(wrong)
                                        .getFailureReport()
                                        .getDetails())
                                .anyMatch(line -> line.contains(rule.wrongClass()))));
    }

    @Test
    void rooms_know_each_other_in_one_direction() {
        slices().matching("inklab.(**)").should().beFreeOfCycles().check(inklab);
    }

    @Test
    void every_package_is_a_room_of_the_table() {
        Set<String> rooms =
                new TreeSet<>(Set.of("inklab", "inklab.cli", "inklab.ui", "inklab.ui.tour", "inklab.data.ink"));
        for (String room : List.of(
                "data",
                "distort",
                "net",
                "pad",
                "recipe",
                "engine",
                "engine.dl4j",
                "engine.torch",
                "train",
                "evaluate",
                "sweep",
                "spark",
                "inspect",
                "export",
                "ui.work",
                "ui.widget")) rooms.add("inklab." + room);
        for (String workspace : WORKSPACES) rooms.add("inklab.ui." + workspace);
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : inklab) packages.add(type.getPackageName());
        assertThat(rooms).containsAll(packages);
    }
}
