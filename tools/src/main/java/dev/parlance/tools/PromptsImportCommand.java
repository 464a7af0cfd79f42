package dev.parlance.tools;

import dev.parlance.translation.TranslationChange;
import dev.parlance.translation.TranslationImport;
import dev.parlance.translation.Translations;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over what translators return. */
@Command(
        name = "import",
        description =
                "Checks the files that translators return, and writes the translations into the prompt files. With a problem in"
                        + " one of the files, nothing is written.",
        mixinStandardHelpOptions = true)
final class PromptsImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PromptFolderArgument argument = new PromptFolderArgument();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Translated XLIFF or CSV files.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TAG",
            description = "The language that was translated from. Default: the only one, or English.")
    private @Nullable String from;

    @Option(
            names = "--overwrite",
            description = "Replace translations that have changed in the prompts after the export.")
    private boolean overwrites;

    @Override
    public Integer call() {
        Translations translations =
                from == null ? argument.translations() : argument.translations().from(from);
        Path[] all = files.toArray(Path[]::new);
        TranslationImport translated = overwrites ? translations.readOverNewer(all) : translations.read(all);
        translated.write();
        PrintWriter out = spec.commandLine().getOut();
        translated.warnings().forEach(warning -> out.println("Warning: " + warning));
        for (TranslationChange change : translated.changes()) {
            out.printf(
                    "%s %s: %s%s%n",
                    change.language(),
                    change.key(),
                    change.before().map(text -> text + " → ").orElse(""),
                    change.after());
        }
        out.printf("Imported %d translations.%n", translated.changes().size());
        return 0;
    }
}
