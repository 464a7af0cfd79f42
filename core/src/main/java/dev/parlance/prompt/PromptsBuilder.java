package dev.parlance.prompt;

import dev.parlance.Problem;
import dev.parlance.internal.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a prompt bundle with settings of your choice. Immutable: each method that sets something returns a new reader.
 *
 * <pre>{@code
 * Prompts prompts = Prompts.builder(PromptSource.folder(folder))
 *         .prefix("survey-")                 // survey-en-US.env, survey-es-MX.env
 *         .literalEnv()
 *         .defaultLanguage("en-US")
 *         .build();
 * }</pre>
 */
public final class PromptsBuilder {
    private final PromptSource source;
    private final String prefix;
    private final boolean literalEnv;
    private final boolean lenient;
    private final Optional<String> defaultLanguage;
    private final Set<String> allowedVoices;

    private PromptsBuilder(
            PromptSource source,
            String prefix,
            boolean literalEnv,
            boolean lenient,
            Optional<String> defaultLanguage,
            Set<String> allowedVoices) {
        this.source = source;
        this.prefix = prefix;
        this.literalEnv = literalEnv;
        this.lenient = lenient;
        this.defaultLanguage = defaultLanguage;
        this.allowedVoices = Set.copyOf(allowedVoices);
    }

    static PromptsBuilder of(PromptSource source) {
        return new PromptsBuilder(source, "", false, false, Optional.empty(), Set.of());
    }

    /** Reads only the files whose names start with this prefix. */
    public PromptsBuilder prefix(String newPrefix) {
        return new PromptsBuilder(source, newPrefix, literalEnv, lenient, defaultLanguage, allowedVoices);
    }

    /**
     * Reads {@code .env} files without comments and placeholders: every character of a value is literal, even {@code #},
     * {@code =} and braces.
     */
    public PromptsBuilder literalEnv() {
        return new PromptsBuilder(source, prefix, true, lenient, defaultLanguage, allowedVoices);
    }

    /**
     * Accepts empty prompts, and prompts that only some languages have. If the default language has no file, the first
     * language by tag becomes the default.
     */
    public PromptsBuilder lenient() {
        return new PromptsBuilder(source, prefix, literalEnv, true, defaultLanguage, allowedVoices);
    }

    /** Sets the language to use when the wanted one is missing. The bundle must have a file for it or one of its fallbacks. */
    public PromptsBuilder defaultLanguage(String tag) {
        return new PromptsBuilder(source, prefix, literalEnv, lenient, Optional.of(tag), allowedVoices);
    }

    /** Accepts a voice that is too new for this library's list. */
    public PromptsBuilder allowVoice(String voice) {
        Set<String> more = new TreeSet<>(allowedVoices);
        more.add(voice);
        return new PromptsBuilder(source, prefix, literalEnv, lenient, defaultLanguage, more);
    }

    /**
     * Reads and checks the bundle.
     *
     * @throws PromptException with all errors
     */
    public Prompts build() {
        return build(files());
    }

    /**
     * Reads the bundle and returns its errors and warnings.
     *
     * @throws PromptException only if the source can't be read
     */
    public PromptCheck check() {
        return checked(files()).check();
    }

    String prefix() {
        return prefix;
    }

    boolean isLiteralEnv() {
        return literalEnv;
    }

    boolean isLenient() {
        return lenient;
    }

    Set<String> allowedVoices() {
        return allowedVoices;
    }

    Prompts reload(Prompts current) {
        List<PromptFile> files = files();
        return digest(files).equals(current.digest()) ? current : build(files);
    }

    private Prompts build(List<PromptFile> files) {
        Checked checked = checked(files);
        List<Problem> errors = checked.check().errors();
        Prompts prompts = prompts(checked, files);
        if (!errors.isEmpty()) {
            throw PromptException.of(errors, prompts);
        }
        return prompts;
    }

    private Prompts prompts(Checked checked, List<PromptFile> files) {
        NavigableMap<String, Language> languages = checked.bundle().languages(checked.defaultTag());
        Language first = checked.defaultTag()
                .or(() -> languages.keySet().stream().findFirst())
                .map(languages::get)
                .orElse(Language.EMPTY);
        return new Prompts(this, languages, first, checked.check(), digest(files), files);
    }

    private record Checked(Bundle bundle, Optional<String> defaultTag, PromptCheck check) {}

    private Checked checked(List<PromptFile> files) {
        List<Problem> errors = new ArrayList<>();
        List<BundleFile> read = new ArrayList<>();
        for (PromptFile file : files) {
            BundleFile.read(file, source.description(), prefix, literalEnv, errors)
                    .ifPresent(read::add);
        }
        Optional<String> defaultTag = defaultTag(read, errors);
        Bundle bundle = new Bundle(read, errors, literalEnv, lenient, allowedVoices);
        return new Checked(bundle, defaultTag, bundle.check(defaultTag));
    }

    private Optional<String> defaultTag(List<BundleFile> read, List<Problem> errors) {
        Set<String> tags = new TreeSet<>();
        read.forEach(file -> tags.add(file.tag()));
        if (tags.isEmpty()) {
            if (errors.isEmpty()) {
                errors.add(Problem.at(
                        source.description(),
                        0,
                        "there is no file like " + prefix + "en.env, " + prefix + "es-MX.properties or " + prefix
                                + "fr.json"));
            }
            return Optional.empty();
        }
        String wanted = defaultLanguage.orElseGet(() -> onlyLanguage(tags).orElse("en"));
        Optional<String> found = LanguageTags.canonical(wanted).flatMap(tag -> Bundle.lookup(tag, tags));
        if (found.isEmpty() && lenient) {
            return tags.stream().findFirst();
        }
        if (found.isEmpty()) {
            String remedy = defaultLanguage.isPresent() ? "add a file for it" : "set another with defaultLanguage(tag)";
            errors.add(Problem.at(
                    source.description(),
                    0,
                    "the default language " + wanted + " is not among " + tags + "; " + remedy));
        }
        return found;
    }

    /** The language that all files share, if there is one. */
    private static Optional<String> onlyLanguage(Set<String> tags) {
        Set<String> languages = new TreeSet<>();
        tags.forEach(tag -> languages.add(Locale.forLanguageTag(tag).getLanguage()));
        return languages.size() == 1 ? languages.stream().findFirst() : Optional.empty();
    }

    private List<PromptFile> files() {
        try {
            return source.files().stream()
                    .filter(file -> BundleFile.belongs(file.name(), prefix))
                    .sorted(Comparator.comparing(PromptFile::name))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw unreadable("there is no such folder", e);
        } catch (IOException e) {
            throw unreadable(String.valueOf(e), e);
        }
    }

    private PromptException unreadable(String reason, IOException e) {
        PromptCheck nothing = new PromptCheck(List.of(), List.of());
        Prompts none = new Prompts(this, new TreeMap<>(), Language.EMPTY, nothing, digest(List.of()), List.of());
        return PromptException.unreadable(
                "Cannot read the prompts in " + source.description() + ": " + reason, none, e);
    }

    private static String digest(List<PromptFile> files) {
        MessageDigest sha = Sha256.digest();
        for (PromptFile file : files) {
            for (byte[] part : List.of(file.name().getBytes(StandardCharsets.UTF_8), file.bytes())) {
                sha.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                sha.update(part);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
