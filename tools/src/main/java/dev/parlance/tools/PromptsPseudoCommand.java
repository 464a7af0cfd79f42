package dev.parlance.tools;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.translation.PseudoLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a prompt file of the pseudo-language. */
@Command(
        name = "pseudo",
        description =
                "Writes a file of prompts with accented, longer texts in brackets, to find texts that are not in the prompts,"
                        + " labels that are too long, and problems with encodings.",
        mixinStandardHelpOptions = true)
final class PromptsPseudoCommand implements Callable<Integer> {
    private static final String FIRST_LINE = "# Made by parlance prompts pseudo. Don't edit it, and don't ship it.";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PromptFolderArgument argument = new PromptFolderArgument();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write the prompts to this file. Default: en-XA.env among the prompts, or es-XA.env for Spanish.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Prompts prompts = argument.withPseudoLanguage();
        String tag = PseudoLanguage.tagOf(prompts.defaultLanguage());
        Path file = out == null ? argument.prompts().resolve(tag + ".env") : out;
        if (Files.exists(file) && !Files.readString(file).startsWith(FIRST_LINE)) {
            throw new ParameterException(
                    spec.commandLine(), file + " was not made by this command, so it is not replaced");
        }
        Files.writeString(file, FIRST_LINE + "\n" + EnvLines.of(texts(prompts.in(tag))));
        spec.commandLine().getOut().printf("Wrote %s. Delete it before you ship the prompts.%n", file);
        return 0;
    }

    private static Map<String, String> texts(Language pseudo) {
        Map<String, String> texts = new TreeMap<>();
        pseudo.voice().ifPresent(voice -> {
            texts.put("voice", voice);
            texts.put("language", pseudo.spokenLanguage());
            texts.put("speechLanguage", pseudo.recognitionLanguage());
        });
        pseudo.keys().forEach(key -> texts.put(key, pseudo.source(key)));
        return texts;
    }
}
