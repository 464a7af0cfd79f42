package dev.parlance.tools;

import dev.parlance.translation.TranslationSheet;
import dev.parlance.translation.TranslationState;
import dev.parlance.translation.Translations;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a file for the translators of each language. */
@Command(
        name = "export",
        description =
                "Writes one file per language with all its prompts: what is missing, what has changed since it was"
                        + " translated, and what is done.",
        mixinStandardHelpOptions = true)
final class PromptsExportCommand implements Callable<Integer> {
    /** The formats, by the names that people know. */
    enum Format {
        xliff(".xlf"),
        csv(".csv");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PromptFolderArgument argument = new PromptFolderArgument();

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "xliff for translation tools, csv for spreadsheets.")
    private Format format = Format.xliff;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description =
                    "Export only this language, which can be a new one; repeat it for several. Default: all that have a file.")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TAG",
            description = "The language to translate from. Default: the only one, or English.")
    private @Nullable String from;

    @Option(
            names = "--out",
            paramLabel = "DIR|FILE",
            description =
                    "Write the files to this folder; or the file, if its name ends with .xlf or .csv. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("translations");

    @Option(
            names = "--bom",
            description = "Start a CSV file with a byte order mark, which old spreadsheets need for UTF-8.")
    private boolean hasMark;

    @Override
    public Integer call() throws IOException {
        Translations translations =
                from == null ? argument.translations() : argument.translations().from(from);
        List<String> tags = languages.isEmpty() ? translations.languages() : languages;
        if (tags.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "There is only one language. Name a new one: --language fr-FR");
        }
        boolean isFile = out.toString().endsWith(format.extension);
        if (isFile && tags.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There are " + tags.size() + " languages. Name a folder with --out, or one --language");
        }
        for (String tag : tags) {
            TranslationSheet sheet = translations.to(tag);
            write(sheet, isFile ? out : out.resolve(sheet.target() + format.extension));
        }
        return 0;
    }

    private void write(TranslationSheet sheet, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean isCsv = format == Format.csv;
        Files.writeString(file, (isCsv && hasMark ? "\uFEFF" : "") + (isCsv ? sheet.toCsv() : sheet.toXliff()));
        PrintWriter writer = spec.commandLine().getOut();
        writer.printf(
                "%s: %d missing, %d changed, %d done",
                file,
                sheet.count(TranslationState.MISSING),
                sheet.count(TranslationState.CHANGED),
                sheet.count(TranslationState.DONE));
        long optional = sheet.count(TranslationState.OPTIONAL);
        writer.println(optional == 0 ? "" : ", " + optional + " optional");
    }
}
