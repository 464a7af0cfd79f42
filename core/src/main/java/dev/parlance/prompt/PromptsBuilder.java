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
import java.util.Map;
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
    private final Optional<MediaLookup> media;

    private PromptsBuilder(
            PromptSource source,
            String prefix,
            boolean literalEnv,
            boolean lenient,
            Optional<String> defaultLanguage,
            Set<String> allowedVoices,
            Optional<MediaLookup> media) {
        this.source = source;
        this.prefix = prefix;
        this.literalEnv = literalEnv;
        this.lenient = lenient;
        this.defaultLanguage = defaultLanguage;
        this.allowedVoices = Set.copyOf(allowedVoices);
        this.media = media;
    }

    static PromptsBuilder of(PromptSource source) {
        return new PromptsBuilder(source, "", false, false, Optional.empty(), Set.of(), Optional.empty());
    }

    /** Reads only the files whose names start with this prefix. */
    public PromptsBuilder prefix(String newPrefix) {
        return new PromptsBuilder(source, newPrefix, literalEnv, lenient, defaultLanguage, allowedVoices, media);
    }

    /**
     * Reads {@code .env} files without comments and placeholders: every character of a value is literal, even {@code #},
     * {@code =} and braces.
     */
    public PromptsBuilder literalEnv() {
        return new PromptsBuilder(source, prefix, true, lenient, defaultLanguage, allowedVoices, media);
    }

    /**
     * Accepts empty prompts, and prompts that only some languages have. If the default language has no file, the first
     * language by tag becomes the default.
     */
    public PromptsBuilder lenient() {
        return new PromptsBuilder(source, prefix, literalEnv, true, defaultLanguage, allowedVoices, media);
    }

    /** Sets the language to use when the wanted one is missing. The bundle must have a file for it or one of its fallbacks. */
    public PromptsBuilder defaultLanguage(String tag) {
        return new PromptsBuilder(source, prefix, literalEnv, lenient, Optional.of(tag), allowedVoices, media);
    }

    /** Accepts a voice that is too new for this library's list. */
    public PromptsBuilder allowVoice(String voice) {
        Set<String> more = new TreeSet<>(allowedVoices);
        more.add(voice);
        return new PromptsBuilder(source, prefix, literalEnv, lenient, defaultLanguage, more, media);
    }

    /**
     * Accepts names of files as recordings and pictures, besides URLs, and reads the files: {@code welcome.audio=welcome.mp3}.
     * {@link Prompts#mediaFiles} has them. A file has at most 4 MB; those of recordings end in {@code .mp3}, {@code .wav}, {@code
     * .aiff}, {@code .gsm} or {@code .ulaw}, those of pictures in {@code .jpg}, {@code .png} or {@code .gif}.
     */
    public PromptsBuilder media(MediaSource files) {
        return media(new MediaReader(files));
    }

    PromptsBuilder media(MediaLookup files) {
        return new PromptsBuilder(
                source, prefix, literalEnv, lenient, defaultLanguage, allowedVoices, Optional.of(files));
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
        if (media.isEmpty() && digest(files, Map.of()).equals(current.digest())) {
            return current;
        }
        Prompts next = build(files);
        return next.digest().equals(current.digest()) ? current : next;
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
        return new Prompts(
                this, languages, first, checked.check(), files, checked.bundle().mediaFiles());
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
        Bundle bundle = new Bundle(read, errors, literalEnv, lenient, allowedVoices, new MediaFiles(media));
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
        Prompts none = new Prompts(this, new TreeMap<>(), Language.EMPTY, nothing, List.of(), Map.of());
        return PromptException.unreadable(
                "Cannot read the prompts in " + source.description() + ": " + reason, none, e);
    }

    static String digest(List<PromptFile> files, Map<String, MediaFile> media) {
        MessageDigest sha = Sha256.digest();
        for (PromptFile file : files) {
            update(sha, file.name().getBytes(StandardCharsets.UTF_8));
            update(sha, file.bytes());
        }
        for (MediaFile file : media.values()) {
            update(sha, file.name().getBytes(StandardCharsets.UTF_8));
            update(sha, file.sha256().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void update(MessageDigest sha, byte[] part) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        sha.update(part);
    }
}
