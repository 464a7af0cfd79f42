package dev.parlance.survey.words;

import dev.parlance.Problem;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The built-in sentences and words of one language: "Please answer yes or no", "sí", "cinco", "ATRÁS". A survey's own prompts
 * can replace each of them with the same key, prefixed with {@code survey.}.
 */
public final class Words {
    private static final String PREFIX = "survey.";
    private static final String NAMES = "languageNames";
    private static final String FOREIGN_NAMES = "foreignNames";
    private static final String COMMA = "comma";
    private static final String AUDIO = ".audio";
    /** The placeholders that recordings of sentences can have. */
    private static final Map<String, Set<String>> OF_RECORDINGS =
            Map.of("option.voice", Set.of("key", "label"), "language.voice", Set.of("key"), "share", Set.of("label"));

    /** Words that a language can lack: without them, fewer answers are understood. */
    private static final Set<String> OPTIONAL = Set.of(
            COMMA,
            "choose",
            "continue",
            "then",
            "rangeFrom",
            "rangeTo",
            "rangeEnd",
            "lastMonth",
            "thisMonth",
            "nextMonth",
            "lastYear",
            "thisYear",
            "nextYear",
            "numbers",
            "alsoNumbers",
            "heardNumbers",
            "negations",
            "polite",
            "dayAfterTomorrow",
            "dayBeforeYesterday",
            "beforeDay",
            "clock",
            "morning",
            "afternoon",
            "night",
            "noon",
            "midnight",
            "emailIs",
            "asking",
            "requests",
            "inLanguage",
            FOREIGN_NAMES,
            "helpWishes",
            "backWishes",
            "repeatWishes",
            "restartWishes",
            "skipAll",
            "skipWishes",
            "agentWishes",
            "underscore",
            "hyphen",
            "plus",
            "press");

    /** The sentences that calls never say. */
    private static final Set<String> WRITTEN = Set.of("late", "unanswered", "reminder", "help.carriers");

    private static final Prompts BUILT_IN = Prompts.builder(
                    PromptSource.classpath(Words.class, "parlance-survey-words"))
            .defaultLanguage("en")
            .build();

    /** The keys of number words and of the language's names, which are never taken from the fallback language. */
    private static final Set<String> NEVER_BORROWED = Set.of("numbers", "alsoNumbers", "heardNumbers", FOREIGN_NAMES);

    private static final Set<String> NOT_SPACED = Set.of("zh", "ja", "th", "lo", "km", "my");

    private final Language language;
    private final Optional<Language> builtIn;
    private final boolean isBorrowed;
    private final boolean isSpaced;
    private final Set<String> names;
    private final Map<String, Set<String>> lists = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> labels = new ConcurrentHashMap<>();
    private final YesNoWords yesNo;
    private final Map<String, Integer> numbers;
    private final Map<String, Integer> heardNumbers;
    private final SpelledNumbers spelled;

    private Words(Language language, Optional<String> fallback) {
        this.language = language;
        Optional<Language> own = BUILT_IN.find(language.tag());
        this.isBorrowed = own.isEmpty();
        this.isSpaced = !NOT_SPACED.contains(language.locale().getLanguage());
        this.builtIn = own.or(() -> fallback.flatMap(BUILT_IN::find));
        this.yesNo = new YesNoWords(list("yes"), list("no"), list("polite"));
        this.numbers = numberWords();
        this.heardNumbers = new HashMap<>(numbers);
        addTo(heardNumbers, "heardNumbers");
        this.spelled = new SpelledNumbers(language.locale());
        this.names = findNames();
    }

    /** Returns the words of a language; the prompts' own words come first. */
    public static Words of(Language language) {
        return new Words(language, Optional.empty());
    }

    /** Returns the words of all languages of the prompts, by tag. */
    public static Map<String, Words> of(Prompts prompts) {
        return of(prompts, Optional.empty());
    }

    /** Returns the words of all languages; whatever is missing, except numbers, is taken from the fallback language. */
    public static Map<String, Words> of(Prompts prompts, Optional<String> fallback) {
        Map<String, Words> words = new LinkedHashMap<>();
        prompts.languages().forEach(language -> words.put(language.tag(), new Words(language, fallback)));
        return words;
    }

    /** Whether this library has built-in words for a language. */
    public static boolean isKnown(String tag) {
        return BUILT_IN.find(tag).isPresent();
    }

    /** The keys of the required prompts that neither the prompts nor this library has for a language, with the English texts. */
    public static Map<String, String> missing(Language language) {
        Map<String, String> missing = new TreeMap<>();
        if (BUILT_IN.find(language.tag()).isEmpty()) {
            for (String key : BUILT_IN.defaultLanguage().keys()) {
                if (!OPTIONAL.contains(key) && !language.contains(PREFIX + key)) {
                    missing.put(PREFIX + key, BUILT_IN.defaultLanguage().source(key));
                }
            }
        }
        return missing;
    }

    /** The keys of the sentences that a call can say. */
    public static Set<String> spoken() {
        return BUILT_IN.defaultLanguage().keys().stream()
                .filter(key -> isSentence(key) && !WRITTEN.contains(key) && !key.endsWith(".text"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The library's sentences in a language, such as "Please answer yes or no.", by the keys of the prompts that replace them. */
    public static Map<String, String> sentences(Language language) {
        Language words = BUILT_IN.in(language.tag());
        Map<String, String> sentences = new TreeMap<>();
        for (String key : words.keys()) {
            String own = PREFIX + key;
            if (isSentence(key)) {
                sentences.put(own, language.contains(own) ? language.source(own) : words.source(key));
            }
        }
        return sentences;
    }

    /** The keys of the prompts that replace the library's lists of words, such as {@code survey.yes}. */
    public static Set<String> wordLists() {
        return BUILT_IN.defaultLanguage().keys().stream()
                .filter(key -> !isSentence(key))
                .map(key -> PREFIX + key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A sentence ends with a mark, in English; a list of words does not. */
    private static boolean isSentence(String key) {
        return BUILT_IN.defaultLanguage().source(key).matches("(?s).*[.?!)]");
    }

    /** Whether this library has a sentence or a word list with this key. */
    public static boolean isStandard(String key) {
        return BUILT_IN.defaultLanguage().contains(key);
    }

    /**
     * Finds problems with the prompts that replace this library's words.
     *
     * @param more keys that this library lacks and the prompts must have
     */
    public static List<Problem> problems(Language language, Set<String> more) {
        Language standard = BUILT_IN.defaultLanguage();
        List<Problem> problems = new ArrayList<>();
        for (String key : more) {
            if (!language.contains(PREFIX + key)) {
                problems.add(
                        Problem.of("needs the prompt \"" + PREFIX + key + "\", which is missing in " + language.tag()));
            }
        }
        for (String own : language.keys()) {
            boolean isRecording = own.endsWith(AUDIO);
            String key = own.startsWith(PREFIX)
                    ? own.substring(PREFIX.length(), own.length() - (isRecording ? AUDIO.length() : 0))
                    : "";
            if (key.isEmpty() || key.equals(NAMES) || more.contains(key)) {
                continue;
            }
            if (!standard.contains(key)) {
                problems.add(language.problem(own, "is not the key of a sentence of this library"));
                continue;
            }
            Set<String> unknown = new TreeSet<>(language.placeholders(own));
            unknown.removeAll(isRecording ? OF_RECORDINGS.getOrDefault(key, Set.of()) : standard.placeholders(key));
            if (!unknown.isEmpty()) {
                problems.add(language.problem(
                        own, "has the placeholder {" + String.join("}, {", unknown) + "}, which is never filled"));
            }
        }
        return problems;
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** Whether this language's script separates words with blanks. */
    public boolean isSpaced() {
        return isSpaced;
    }

    /** The language as a Java locale. */
    public Locale locale() {
        return language.locale();
    }

    /** Returns a sentence with its placeholders filled. */
    public String text(String key, Map<String, ?> values) {
        String own = PREFIX + key;
        return language.contains(own)
                ? language.text(own, values)
                : builtIn.orElse(BUILT_IN.defaultLanguage()).text(key, values);
    }

    /**
     * Returns the recordings of a sentence, as URLs or names of media files, from prompts such as {@code survey.silence.audio}. Empty for a
     * sentence without recordings, or if a value that they need is empty.
     */
    public List<String> recordings(String key, Map<String, String> values) {
        String recording = PREFIX + key + AUDIO;
        boolean isComplete = language.contains(recording)
                && language.placeholders(recording).stream()
                        .noneMatch(name -> values.getOrDefault(name, "").isEmpty());
        return isComplete ? language.recordings(PREFIX + key, values) : List.of();
    }

    /** Returns a sentence without placeholders. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** Returns the folded words of a list, such as {@code stop}. */
    public Set<String> list(String key) {
        Set<String> known = lists.get(key);
        return known != null ? known : lists.computeIfAbsent(key, this::folded);
    }

    /** The folded words that stand for what has a prompt, such as an option: the prompt, and what its {@code .also} lists. */
    public Set<String> label(String prompt) {
        Set<String> known = labels.get(prompt);
        return known != null ? known : labels.computeIfAbsent(prompt, this::foldedLabel);
    }

    private Set<String> foldedLabel(String prompt) {
        String also = prompt + ".also";
        Set<String> folded = new LinkedHashSet<>();
        folded.add(TextNormalizer.normalize(language.text(prompt)));
        if (language.contains(also)) {
            split(language.text(also)).forEach(word -> folded.add(TextNormalizer.normalize(word)));
        }
        folded.remove("");
        return Collections.unmodifiableSet(folded);
    }

    /** Returns the first word of a list as it is spelled; the key itself if the list is empty. */
    public String spelling(String key) {
        return split(find(key).orElse("")).stream().findFirst().orElse(key);
    }

    /** Joins parts with the language's comma. */
    public String joined(List<String> parts) {
        return String.join(text(COMMA), parts);
    }

    /** Reads a folded text as yes or no; empty if it is neither. */
    public Optional<Boolean> yesOrNo(String folded) {
        return yesNo.read(folded);
    }

    /** The folded common words of the language, which are never typos of others. */
    public Set<String> commonWords() {
        return CommonWords.of(locale());
    }

    /** The folded number words of the language, with their values. */
    public Map<String, Integer> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    /** The number words, and the words that speech recognition can take for them. */
    public Map<String, Integer> heardNumbers() {
        return Collections.unmodifiableMap(heardNumbers);
    }

    /** Reads a folded text as a whole number in words, using only the word lists, not ICU. */
    public Optional<Integer> commonNumber(String folded) {
        return Optional.ofNullable(numbers.get(folded));
    }

    /** Reads a folded text as a whole number in words; {@code heard} allows words that only sound like numbers. */
    public Optional<Integer> number(String folded, boolean heard) {
        Integer exact = (heard ? heardNumbers : numbers).get(folded);
        if (exact != null) {
            return Optional.of(exact);
        }
        return spelled.find(folded);
    }

    /** The folded names of this language: its own, the English one, and those from the prompts. */
    public Set<String> names() {
        return names;
    }

    private Set<String> findNames() {
        Locale locale = locale();
        Set<String> names = new LinkedHashSet<>();
        names.add(TextNormalizer.normalize(locale.getDisplayLanguage(locale)));
        names.add(TextNormalizer.normalize(locale.getDisplayName(locale)));
        names.add(TextNormalizer.normalize(locale.getDisplayLanguage(Locale.ENGLISH)));
        if (language.contains(PREFIX + NAMES)) {
            names.addAll(list(NAMES));
        }
        return Collections.unmodifiableSet(names);
    }

    /** The language's own name for itself. */
    public String ownName() {
        return capitalised(locale().getDisplayLanguage(locale()));
    }

    /** The language's own name for itself, with the country. */
    public String ownNameWithCountry() {
        return capitalised(locale().getDisplayName(locale()));
    }

    /** Starts a word with a capital letter, if the language has some. */
    public String capitalised(String name) {
        return name.isEmpty() ? language.tag() : name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
    }

    /** Splits a list at commas and semicolons of any script. */
    public static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        for (String part : list.split("[,،、，;；]", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private Optional<String> find(String key) {
        String own = PREFIX + key;
        if (language.contains(own)) {
            return Optional.of(language.text(own));
        }
        boolean isNotBorrowed = isBorrowed && NEVER_BORROWED.contains(key);
        return builtIn.filter(words -> words.contains(key) && !isNotBorrowed).map(words -> words.text(key));
    }

    private Set<String> folded(String key) {
        Set<String> folded = new LinkedHashSet<>();
        for (String word : split(find(key).orElse(""))) {
            folded.add(TextNormalizer.normalize(word));
        }
        return folded;
    }

    private Map<String, Integer> numberWords() {
        Map<String, Integer> words = new HashMap<>();
        List<String> spelled = split(find("numbers").orElse(""));
        for (int i = 0; i < spelled.size(); i++) {
            words.put(TextNormalizer.normalize(spelled.get(i)), i);
        }
        addTo(words, "alsoNumbers");
        return words;
    }

    private void addTo(Map<String, Integer> words, String key) {
        for (String pair : split(find(key).orElse(""))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                words.put(
                        TextNormalizer.normalize(pair.substring(0, equals)),
                        Integer.valueOf(Objects.requireNonNull(
                                pair.substring(equals + 1).strip())));
            }
        }
    }

    @Override
    public String toString() {
        return "Words[" + language.tag() + "]";
    }
}
