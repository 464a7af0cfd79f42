package dev.parlance.prompt;

import dev.parlance.Problem;
import dev.parlance.internal.DotEnv;
import dev.parlance.internal.Entry;
import dev.parlance.internal.JsonFile;
import dev.parlance.internal.ParsedFile;
import dev.parlance.internal.PropertiesFile;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A parsed file of a bundle.
 *
 * @param tag the language, canonical
 * @param place the file with its folder, for error messages
 * @param lost the words that start the lines that can't be read: probably the keys of missing prompts
 * @param isReadable whether the file has no problems, or at least some entries
 */
record BundleFile(String tag, String place, Map<String, Entry> entries, Set<String> lost, boolean isReadable) {
    private static final Pattern FIRST_WORD = Pattern.compile("\\s*(?:export\\s+)?[\"']?([\\w.-]+).*");
    private static final Set<String> FORMATS = Set.of("env", "properties", "json");

    static boolean hasFormat(String name) {
        return FORMATS.contains(extension(name));
    }

    /** Whether a file belongs to the bundle, judged by its name. */
    static boolean belongs(String name, String prefix) {
        return hasFormat(name)
                && name.startsWith(prefix)
                && name.length() > prefix.length() + 1 + extension(name).length();
    }

    /** Reads a file and collects its problems. */
    static Optional<BundleFile> read(
            PromptFile file, String folder, String prefix, boolean literal, List<Problem> errors) {
        String place = folder + "/" + file.name();
        String stem = file.name().substring(prefix.length(), file.name().lastIndexOf('.'));
        Optional<String> tag = LanguageTags.canonical(stem);
        if (tag.isEmpty()) {
            errors.add(Problem.at(
                    place,
                    0,
                    "\"" + stem
                            + "\" is not a language tag; name the file like en.env, es-MX.json, zh-Hant.properties"));
            return Optional.empty();
        }
        byte[] bytes = file.bytes();
        if (bytes.length > FolderSource.MAX_FILE_BYTES) {
            errors.add(Problem.at(place, 0, "the file is larger than " + FolderSource.MAX_FILE_BYTES + " bytes"));
            return Optional.empty();
        }
        ParsedFile parsed = parse(extension(file.name()), bytes, literal);
        parsed.problems().forEach(problem -> errors.add(Problem.at(place, problem.line(), problem.message())));
        Map<String, Entry> entries = new LinkedHashMap<>();
        parsed.entries().forEach(entry -> entries.put(entry.key(), entry));
        boolean isReadable = parsed.problems().isEmpty() || !entries.isEmpty();
        return Optional.of(new BundleFile(tag.get(), place, entries, lost(parsed, bytes), isReadable));
    }

    private static Set<String> lost(ParsedFile parsed, byte[] bytes) {
        if (parsed.problems().isEmpty()) {
            return Set.of();
        }
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        return parsed.problems().stream()
                .filter(problem -> problem.line() > 0 && problem.line() <= lines.size())
                .map(problem -> FIRST_WORD.matcher(lines.get(problem.line() - 1)))
                .filter(Matcher::matches)
                .map(first -> first.group(1))
                .collect(Collectors.toSet());
    }

    private static ParsedFile parse(String format, byte[] bytes, boolean literal) {
        return switch (format) {
            case "env" -> literal ? DotEnv.parseLiteral(bytes) : DotEnv.parse(bytes);
            case "properties" -> PropertiesFile.parse(bytes);
            default -> JsonFile.parse(bytes);
        };
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
