package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.SurveyException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * People to contact, as comma-separated values. The first line names the columns: {@code number} (or {@code address}),
 * {@code language}, {@code zone}, {@code occasion}; all others are variables of the survey. Only the number is required.
 *
 * <pre>
 * number,language,order
 * +5215512345678,es-MX,A-17
 * </pre>
 *
 * <p>Values are separated by commas, semicolons or tabs. A value in double quotes can contain a separator. Each person has one
 * line. A file has at most 1,000,000 lines, a line at most 10,000 characters. The encoding is UTF-8.
 */
public final class RecipientsCsv {
    private final String name;
    private final Opening opening;
    private final Predicate<Address> allowed;

    private interface Opening {
        Reader open() throws IOException;
    }

    private RecipientsCsv(String name, Opening opening, Predicate<Address> allowed) {
        this.name = name;
        this.opening = opening;
        this.allowed = allowed;
    }

    /** The people in this file. */
    public static RecipientsCsv file(Path file) {
        return new RecipientsCsv(
                String.valueOf(file.getFileName()),
                () -> new InputStreamReader(
                        Files.newInputStream(file),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                any -> true);
    }

    /**
     * The people in this text.
     *
     * @param name the name for problems, such as {@code people.csv}
     */
    public static RecipientsCsv text(String name, String text) {
        return new RecipientsCsv(name, () -> new StringReader(text), any -> true);
    }

    /**
     * Returns a copy that reports all other numbers as problems. Use it to keep out premium numbers and countries that you don't
     * serve.
     */
    public RecipientsCsv withAllowed(Predicate<Address> numbers) {
        return new RecipientsCsv(name, opening, numbers);
    }

    void read(RecipientCheck check, RecipientSource.Receiver receiver) {
        try (Reader reader = opening.open()) {
            new RecipientRows(name, new CsvLines(reader), check, allowed).read(receiver);
        } catch (IOException e) {
            throw new SurveyException("The people in " + name + " can't be read: " + e.getMessage(), e);
        }
    }
}
