package dev.parlance.translation;

import dev.parlance.Problem;
import dev.parlance.prompt.PromptException;
import dev.parlance.prompt.Prompts;
import dev.parlance.prompt.SmsText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Compares files of translators with the prompts, and finds out what to write. */
final class ImportCheck {
    private final PromptFolder prompts;
    private final Map<String, PromptContext> contexts;
    private final Function<String, Map<String, String>> textsOf;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Map<String, LanguageUpdate> updates = new TreeMap<>();
    private final Map<String, String> places = new HashMap<>();

    /** Starts with the prompts; {@code textsOf} returns what a language must translate. */
    ImportCheck(
            PromptFolder prompts, Map<String, PromptContext> contexts, Function<String, Map<String, String>> textsOf) {
        this.prompts = prompts;
        this.contexts = contexts;
        this.textsOf = textsOf;
    }

    TranslationImport check(List<Path> files, boolean overNewer) {
        files.stream().map(TranslatedFile::read).forEach(file -> check(file, overNewer));
        return new TranslationImport(prompts, updates, problems, warnings);
    }

    private void check(TranslatedFile file, boolean overNewer) {
        problems.addAll(file.problems());
        if (!file.problems().isEmpty()) {
            return;
        }
        String source = prompts.source().tag();
        Optional<String> target = PromptFolder.tag(file.target());
        if (target.isEmpty() || target.get().equals(source)) {
            problem(file, 0, "\"" + file.target() + "\" is not the tag of a language to translate into");
        } else if (!PromptFolder.tag(file.source()).equals(Optional.of(source))) {
            problem(file, 0, "it is translated from \"" + file.source() + "\", but the prompts are in " + source);
        } else {
            String tag = target.get();
            Map<String, String> texts = textsOf.apply(tag);
            LanguageUpdate update = updates.computeIfAbsent(
                    tag,
                    any -> new LanguageUpdate(
                            prompts.fileOrNew(tag),
                            List.copyOf(texts.keySet()),
                            new LinkedHashMap<>(),
                            new TreeMap<>()));
            file.units().forEach(unit -> check(new Unit(file, tag, unit), texts, update, overNewer));
        }
    }

    /** A prompt in a file. */
    private record Unit(TranslatedFile file, String tag, TranslatedUnit content) {
        String key() {
            return content.key();
        }

        String text() {
            return content.translation();
        }
    }

    private void check(Unit unit, Map<String, String> texts, LanguageUpdate update, boolean overNewer) {
        String source = texts.get(unit.key());
        if (source == null) {
            problem(unit, "is not the key of a prompt in " + prompts.source().tag());
            return;
        }
        String place = unit.file().path() + ":" + unit.content().line();
        String first = places.putIfAbsent(unit.tag() + " " + unit.key(), place);
        if (first != null) {
            problem(unit, "is also in " + first + "; import one of them");
            return;
        }
        Optional<String> current = prompts.own(unit.tag(), unit.key());
        boolean isNew = !unit.text().isBlank() && !current.equals(Optional.of(unit.text()));
        if (isNew && isFit(unit, source, texts.keySet()) && (overNewer || isNewest(unit, current))) {
            update.changes().put(unit.key(), unit.text());
        }
        if (unit.content().isDone()) {
            update.translatedFrom().put(unit.key(), translatedFrom(unit, source));
        }
    }

    private String translatedFrom(Unit unit, String source) {
        String from = unit.content().source();
        if (from.isEmpty() || newlines(from).equals(newlines(source))) {
            return source;
        }
        warn(unit, "has changed in " + prompts.source().tag() + " since the export; the next export asks for it again");
        return from;
    }

    private static String newlines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private boolean isNewest(Unit unit, Optional<String> current) {
        if (current.isEmpty() || unit.content().exported().equals(current)) {
            return true;
        }
        LanguageFile file = prompts.fileOrNew(unit.tag());
        problem(
                unit,
                (unit.content().exported().isEmpty() ? "may have" : "has") + " a newer translation in " + file.path()
                        + ":" + file.line(unit.key())
                        + "; export it again, or import with --overwrite");
        return false;
    }

    /** Whether the text can replace the source: it is well-formed, with the same placeholders. */
    private boolean isFit(Unit unit, String source, Set<String> keys) {
        Set<String> wanted = placeholders(prompts.source().tag(), source).orElseGet(TreeSet::new);
        try {
            Set<String> lost = new TreeSet<>(wanted);
            Set<String> added = names(unit.tag(), unit.text());
            lost.removeAll(added);
            added.removeAll(wanted);
            if (!lost.isEmpty()) {
                problem(
                        unit,
                        "lacks " + braces(lost) + ", which the text in "
                                + prompts.source().tag() + " has");
            }
            if (!added.isEmpty()) {
                problem(
                        unit,
                        "has " + braces(added) + ", which the text in "
                                + prompts.source().tag() + " lacks");
            }
            warnOfLength(unit, source, keys);
            warnOfForms(unit, source);
            return lost.isEmpty() && added.isEmpty();
        } catch (PromptException e) {
            e.problems()
                    .forEach(found -> problems.add(Problem.at(
                            unit.file().path().toString(), unit.content().line(), withKey(unit, found.message()))));
            return false;
        }
    }

    private static String withKey(Unit unit, String message) {
        return message.replaceFirst("^\"text\"", "\"" + unit.key().replace("$", "\\$") + "\"");
    }

    private static Optional<Set<String>> placeholders(String tag, String text) {
        try {
            return Optional.of(names(tag, text));
        } catch (PromptException e) {
            return Optional.empty();
        }
    }

    private static Set<String> names(String tag, String text) {
        return Prompts.of(Map.of(tag, Map.of("text", text))).defaultLanguage().placeholders("text");
    }

    private static String braces(Set<String> names) {
        return "{" + String.join("}, {", names) + "}";
    }

    private void warnOfLength(Unit unit, String source, Set<String> keys) {
        Variant variant = Variant.of(unit.key(), keys);
        OptionalInt most = variant.suffix().isEmpty()
                ? contexts.getOrDefault(unit.key(), PromptContext.NONE).maxLength()
                : OptionalInt.empty();
        int length = unit.text().codePointCount(0, unit.text().length());
        if (most.isPresent() && length > most.getAsInt()) {
            warn(unit, "has " + length + " characters, but only " + most.getAsInt() + " fit on a button");
        }
        int segments = SmsText.of(unit.text()).segments();
        int before = SmsText.of(source).segments();
        if (segments > before && !variant.isSpoken() && !variant.isWordList()) {
            warn(
                    unit,
                    "costs " + segments + " SMS segments, " + before + " in "
                            + prompts.source().tag());
        }
    }

    private void warnOfForms(Unit unit, String source) {
        if (source.contains("plural") && PromptText.of(source).hasForms()) {
            Set<String> missing = new TreeSet<>(IcuPluralForms.of(unit.tag()));
            missing.removeIf(form -> Pattern.compile("(?:^|[\\s,}])" + form + "\\s*\\{")
                    .matcher(unit.text())
                    .find());
            if (!missing.isEmpty()) {
                warn(unit, "lacks the plural form " + String.join(", ", missing) + " of " + unit.tag());
            }
        }
    }

    private void problem(TranslatedFile file, int line, String message) {
        problems.add(Problem.at(file.path().toString(), line, message));
    }

    private void problem(Unit unit, String message) {
        problem(unit.file(), unit.content().line(), "\"" + unit.key() + "\" " + message);
    }

    private void warn(Unit unit, String message) {
        warnings.add(
                Problem.at(unit.file().path().toString(), unit.content().line(), "\"" + unit.key() + "\" " + message));
    }
}
