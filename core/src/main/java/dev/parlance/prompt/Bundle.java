package dev.parlance.prompt;

import dev.parlance.Problem;
import dev.parlance.internal.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a bundle: each language with the prompts it inherits, and all problems. */
final class Bundle {
    /** Keys that configure speech and are not prompts. */
    private static final Set<String> SPEECH_SETTINGS = Set.of("voice", "language", "speechLanguage");

    private final NavigableMap<String, BundleFile> files = new TreeMap<>();
    private final NavigableMap<String, Map<String, Prompt>> prompts = new TreeMap<>();
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Set<Prompt> mismatched = new HashSet<>();
    private final boolean literal;
    private final boolean lenient;
    private final Set<String> allowedVoices;
    private final MediaFiles media;

    Bundle(
            List<BundleFile> read,
            List<Problem> problems,
            boolean literal,
            boolean lenient,
            Set<String> allowedVoices,
            MediaFiles media) {
        this.errors.addAll(problems);
        this.media = media;
        this.literal = literal;
        this.lenient = lenient;
        this.allowedVoices = allowedVoices;
        for (BundleFile file : read) {
            BundleFile first = files.putIfAbsent(file.tag(), file);
            if (first != null) {
                errors.add(Problem.at(file.place(), 0, first.place() + " has the same language; keep one of them"));
            }
        }
        files.values().forEach(this::parse);
    }

    Set<String> tags() {
        return files.keySet();
    }

    /** The files that prompts name, by name. Call this after {@link #check}. */
    Map<String, MediaFile> mediaFiles() {
        return media.found();
    }

    /** The tag to use for a wanted one: the tag itself, one of its fallbacks, or another region of the same language. */
    static Optional<String> lookup(String wanted, Set<String> tags) {
        List<String> chain = LanguageTags.chain(wanted);
        for (String tag : chain) {
            if (tags.contains(tag)) {
                return Optional.of(tag);
            }
        }
        for (String shared : chain) {
            for (String tag : new TreeSet<>(tags)) {
                if (LanguageTags.chain(tag).contains(shared)) {
                    return Optional.of(tag);
                }
            }
        }
        return Optional.empty();
    }

    /** Makes the checks that compare languages. */
    PromptCheck check(Optional<String> defaultTag) {
        if (!lenient) {
            errors.addAll(new MissingPrompts(files, prompts, this::inherited).problems());
        }
        defaultTag
                .map(this::inherited)
                .ifPresent(defaults ->
                        prompts.forEach((tag, own) -> own.values().forEach(prompt -> {
                            Prompt model = defaults.get(prompt.key());
                            if (model != null
                                    && !model.equals(prompt)
                                    && !PromptMedia.isMedia(prompt.key(), defaults.keySet())) {
                                compare(prompt, model, defaultTag.get());
                            }
                        })));
        if (isSpoken()) {
            SpeechCheck check = new SpeechCheck(TwilioSpeech.load(), allowedVoices, errors, warnings);
            files.values().forEach(file -> check.check(file, isRecorded(file.tag()), this::setting));
        }
        checkMedia();
        return new PromptCheck(errors, warnings);
    }

    private void checkMedia() {
        for (String tag : files.keySet()) {
            Map<String, Prompt> all = inherited(tag);
            prompts.getOrDefault(tag, Map.of()).values().stream()
                    .filter(prompt -> PromptMedia.isMedia(prompt.key(), all.keySet()))
                    .forEach(list -> PromptMedia.check(list, media, errors));
            if (isRecorded(tag)) {
                PromptMedia.checkComplete(tag, all, errors);
            }
        }
    }

    private boolean isRecorded(String tag) {
        return setting(tag, "voice").isEmpty() && PromptMedia.hasRecordings(inherited(tag));
    }

    /** The languages. Call this after {@link #check}. */
    NavigableMap<String, Language> languages(Optional<String> defaultTag) {
        NavigableMap<String, Language> languages = new TreeMap<>();
        for (String tag : files.keySet()) {
            String spoken = setting(tag, "language").map(Entry::value).orElse(tag);
            String heard = setting(tag, "speechLanguage").map(Entry::value).orElse(spoken);
            boolean isRecorded = isRecorded(tag);
            boolean isRecognized = !isRecorded || setting(tag, "speechLanguage").isPresent();
            Speech speech =
                    new Speech(setting(tag, "voice").map(Entry::value), spoken, heard, isRecorded, isRecognized);
            Map<String, Prompt> own = errors.isEmpty() || lenient ? inherited(tag) : repaired(tag, defaultTag);
            languages.put(tag, new Language(tag, speech, own));
        }
        return languages;
    }

    /**
     * The prompts of a language, with those of another one where its own are missing or have the wrong placeholders. These
     * problems are known, and checks of what uses the bundle must not find them again.
     */
    private Map<String, Prompt> repaired(String tag, Optional<String> defaultTag) {
        Map<String, Prompt> defaults = defaultTag.map(this::inherited).orElseGet(Map::of);
        Map<String, Prompt> all = new HashMap<>(defaults);
        prompts.values().forEach(own -> own.forEach(all::putIfAbsent));
        OptionalKeys.removeFrom(all);
        all.putAll(inherited(tag));
        all.replaceAll((key, prompt) -> mismatched.contains(prompt) ? defaults.getOrDefault(key, prompt) : prompt);
        return all;
    }

    private void parse(BundleFile file) {
        Map<String, Prompt> parsed = new HashMap<>();
        for (Entry entry : file.entries().values()) {
            if (SPEECH_SETTINGS.contains(entry.key())) {
                continue;
            }
            Prompt prompt = parse(file, entry);
            parsed.put(entry.key(), prompt);
            if (entry.value().isBlank() && !lenient) {
                errors.add(prompt.problem("is empty"));
            }
        }
        prompts.put(file.tag(), parsed);
    }

    private Prompt parse(BundleFile file, Entry entry) {
        Template template = Template.literal(entry.value());
        if (!literal) {
            try {
                template = Template.parse(entry.value(), Locale.forLanguageTag(file.tag()));
            } catch (IllegalArgumentException e) {
                errors.add(Problem.at(file.place(), entry.line(), "\"" + entry.key() + "\": " + e.getMessage()));
            }
        }
        return new Prompt(entry.key(), entry.value(), template, file.place(), entry.line());
    }

    /** The files that a language takes its prompts from, its own first. */
    private Stream<BundleFile> sourcesOf(String tag) {
        return LanguageTags.chain(tag).stream().map(files::get).filter(Objects::nonNull);
    }

    private Map<String, Prompt> inherited(String tag) {
        Map<String, Prompt> all = new HashMap<>();
        sourcesOf(tag)
                .forEach(file -> prompts.getOrDefault(file.tag(), Map.of()).forEach(all::putIfAbsent));
        return all;
    }

    private Optional<Entry> setting(String tag, String key) {
        return sourcesOf(tag)
                .map(file -> file.entries().get(key))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private boolean isSpoken() {
        return files.values().stream().anyMatch(file -> file.entries().containsKey("voice"));
    }

    private void compare(Prompt prompt, Prompt model, String defaultTag) {
        Set<String> names = new TreeSet<>(prompt.template().names());
        Set<String> modelNames = new TreeSet<>(model.template().names());
        if (!names.equals(modelNames)) {
            mismatched.add(prompt);
            errors.add(prompt.problem("has the placeholders " + names + ", but " + defaultTag + " has " + modelNames
                    + " at " + model.file() + ":" + model.line()));
        }
        int segments = SmsText.of(prompt.text()).segments();
        int modelSegments = SmsText.of(model.text()).segments();
        if (segments > modelSegments) {
            warnings.add(prompt.problem("costs " + segments + " SMS segments, " + modelSegments + " in " + defaultTag));
        }
    }
}
