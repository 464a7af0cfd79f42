package dev.parlance.survey.words;

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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the engine itself says and understands in one language: "Please answer yes or no", "sí", "cinco", "ATRÁS". A key of
 * the survey's own bundle, with {@code survey.} before it, goes before the one that comes with this library.
 */
public final class Words {
    private static final String PREFIX = "survey.";
    private static final String NAMES = "languageNames";
    /** Lists without which a language is understood less well, and spoken no worse. */
    private static final Set<String> OPTIONAL = Set.of(
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
            "underscore",
            "hyphen",
            "plus");

    private static final Prompts BUILT_IN = Prompts.reading(
                    PromptSource.classpath(Words.class, "parlance-survey-words"))
            .defaultLanguage("en")
            .load();

    /** Numbers are read in a person's own language or not at all. */
    private static final Set<String> NUMBERS = Set.of("numbers", "alsoNumbers", "heardNumbers");

    private static final Set<String> NOT_SPACED = Set.of("zh", "ja", "th", "lo", "km", "my");

    private final Language language;
    private final Optional<Language> builtIn;
    private final boolean isBorrowed;
    private final boolean isSpaced;
    private final Set<String> names;
    private final Map<String, Set<String>> lists = new ConcurrentHashMap<>();
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

    /** The words of a language, its own bundle first. */
    public static Words of(Language language) {
        return new Words(language, Optional.empty());
    }

    /** The words of all languages of a bundle, by their tags. */
    public static Map<String, Words> of(Prompts prompts) {
        return of(prompts, Optional.empty());
    }

    /** The same, borrowing from another language what neither the bundle nor this library has, but for numbers. */
    public static Map<String, Words> of(Prompts prompts, Optional<String> fallback) {
        Map<String, Words> words = new LinkedHashMap<>();
        prompts.languages().forEach(language -> words.put(language.tag(), new Words(language, fallback)));
        return words;
    }

    /** Whether this library has words of its own in a language. */
    public static boolean isKnown(String tag) {
        return BUILT_IN.find(tag).isPresent();
    }

    /** The keys that neither the bundle nor this library has; with none, everything can be said and understood. */
    public static Set<String> missing(Language language) {
        Set<String> missing = new TreeSet<>();
        if (BUILT_IN.find(language.tag()).isEmpty()) {
            for (String key : BUILT_IN.defaultLanguage().keys()) {
                if (!OPTIONAL.contains(key) && !language.has(PREFIX + key)) {
                    missing.add(PREFIX + key);
                }
            }
        }
        return missing;
    }

    /** Whether this library has a sentence or a list of words of this key. */
    public static boolean isStandard(String key) {
        return BUILT_IN.defaultLanguage().has(key);
    }

    /**
     * What is wrong with the keys by which a bundle goes before this library's words.
     *
     * @param more keys that this library doesn't have, and the bundle must
     */
    public static List<String> problems(Language language, Set<String> more) {
        Language standard = BUILT_IN.defaultLanguage();
        List<String> problems = new ArrayList<>();
        for (String key : more) {
            if (!language.has(PREFIX + key)) {
                problems.add("needs the prompt \"" + PREFIX + key + "\", which " + language.tag() + " does not have");
            }
        }
        for (String own : language.keys()) {
            String key = own.startsWith(PREFIX) ? own.substring(PREFIX.length()) : "";
            if (key.isEmpty() || key.equals(NAMES) || more.contains(key)) {
                continue;
            }
            if (!standard.has(key)) {
                problems.add("has the prompt \"" + own + "\" in " + language.tag()
                        + ", of which this library knows nothing");
                continue;
            }
            Set<String> unknown = new TreeSet<>(language.placeholders(own));
            unknown.removeAll(standard.placeholders(key));
            if (!unknown.isEmpty()) {
                problems.add("has the prompt \"" + own + "\" in " + language.tag() + " with the placeholder {"
                        + String.join("}, {", unknown) + "}, which is never filled");
            }
        }
        return problems;
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** Whether words stand apart in this language's script, with blanks between them. */
    public boolean isSpaced() {
        return isSpaced;
    }

    /** The language as Java's own classes want it. */
    public Locale locale() {
        return language.locale();
    }

    /** A sentence of the engine's. */
    public String text(String key, Map<String, ?> values) {
        String own = PREFIX + key;
        return language.has(own)
                ? language.text(own, values)
                : builtIn.orElse(BUILT_IN.defaultLanguage()).text(key, values);
    }

    /** A sentence of the engine's, without placeholders. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** The folded words that mean one thing, such as {@code stop}. */
    public Set<String> list(String key) {
        return lists.computeIfAbsent(key, this::folded);
    }

    /** What a folded word means, yes or no, if it means either. */
    public Optional<Boolean> yesOrNo(String folded) {
        return yesNo.read(folded);
    }

    /** The common words of the language, folded, which are no slips of others. */
    public Set<String> commonWords() {
        return CommonWords.of(locale());
    }

    /** The number that a folded text spells out in the bundle's own words, without asking ICU. */
    public Optional<Integer> commonNumber(String folded) {
        return Optional.ofNullable(numbers.get(folded));
    }

    /** The whole number that a folded text spells out. */
    public Optional<Integer> number(String folded, boolean heard) {
        Integer exact = (heard ? heardNumbers : numbers).get(folded);
        if (exact != null) {
            return Optional.of(exact);
        }
        return spelled.find(folded);
    }

    /** What this language is called: by those who speak it and in English, and what the bundle calls it. */
    public Set<String> names() {
        return names;
    }

    private Set<String> findNames() {
        Locale locale = locale();
        Set<String> names = new LinkedHashSet<>();
        names.add(Folding.fold(locale.getDisplayLanguage(locale)));
        names.add(Folding.fold(locale.getDisplayName(locale)));
        names.add(Folding.fold(locale.getDisplayLanguage(Locale.ENGLISH)));
        if (language.has(PREFIX + NAMES)) {
            names.addAll(list(NAMES));
        }
        return Collections.unmodifiableSet(names);
    }

    /** What those who speak it call this language. */
    public String ownName() {
        return capitalised(locale().getDisplayLanguage(locale()));
    }

    /** The same, with the country. */
    public String ownNameWithCountry() {
        return capitalised(locale().getDisplayName(locale()));
    }

    private String capitalised(String name) {
        return name.isEmpty() ? language.tag() : name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
    }

    /** The parts of a comma list, in commas of any script. */
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
        if (language.has(own)) {
            return Optional.of(language.text(own));
        }
        boolean isItsOwn = isBorrowed && NUMBERS.contains(key);
        return builtIn.filter(words -> words.has(key) && !isItsOwn).map(words -> words.text(key));
    }

    private Set<String> folded(String key) {
        Set<String> folded = new LinkedHashSet<>();
        for (String word : split(find(key).orElse(""))) {
            folded.add(Folding.fold(word));
        }
        return folded;
    }

    private Map<String, Integer> numberWords() {
        Map<String, Integer> words = new HashMap<>();
        List<String> spelled = split(find("numbers").orElse(""));
        for (int i = 0; i < spelled.size(); i++) {
            words.put(Folding.fold(spelled.get(i)), i);
        }
        addTo(words, "alsoNumbers");
        return words;
    }

    private void addTo(Map<String, Integer> words, String key) {
        for (String pair : split(find(key).orElse(""))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                words.put(
                        Folding.fold(pair.substring(0, equals)),
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
