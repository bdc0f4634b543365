package inklab.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A committee to keep: the file {@code NAME.committee.json}, which window and command line both open.
 *
 * @param format version of the file, 1
 * @param dataset the data set that its members were trained on
 * @param members runs by their names in the folder of all runs, others by their paths
 * @param images how many test images they read when it was saved
 * @param errors how many their averaged outputs misread
 * @param voteErrors how many their votes misread
 */
public record CommitteeFile(
        @JsonProperty("format") int format,
        @JsonProperty("dataset") String dataset,
        @JsonProperty("members") List<String> members,
        @JsonProperty("images") int images,
        @JsonProperty("errors") int errors,
        @JsonProperty("votes_errors") int voteErrors) {
    /** How such a file's name ends. */
    public static final String ENDING = ".committee.json";

    private static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // A later version may add some.
            .build();

    public CommitteeFile {
        members = members == null ? List.of() : List.copyOf(members);
    }

    /** A committee as it stands. */
    public CommitteeFile(String dataset, List<String> members, Subsets subsets) {
        this(
                FORMAT,
                dataset,
                members,
                subsets.images(),
                subsets.full().errors(),
                subsets.full().voteErrors());
    }

    /** Whether a file is one, by its name. */
    public static boolean isOne(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(ENDING);
    }

    /**
     * Reads one.
     *
     * @throws IOException in one sentence, when it is none
     */
    public static CommitteeFile read(Path file) throws IOException {
        try {
            CommitteeFile read = MAPPER.readValue(Files.readString(file), CommitteeFile.class);
            if (read == null || read.members().isEmpty() || read.dataset() == null)
                throw new IOException(file + " names no members of a committee: save it again from the window.");
            if (read.format() != FORMAT)
                throw new IOException(file + " is of format " + read.format() + ": a newer Inklab can open it.");
            return read;
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw new IOException(file + " is no committee file: save it again from the window.", e);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no committee file " + file + ": check its name and folder.", e);
        }
    }

    /** Writes it: beside, then moved into place; its folder is made if need be. */
    public void write(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.createDirectories(target.getParent());
            byte[] json = (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            Files.write(beside, json);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(
                    file + " cannot be written: check that its folder may be written to and has room.", e);
        }
    }
}
