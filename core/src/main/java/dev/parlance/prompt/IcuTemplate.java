package dev.parlance.prompt;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.Format;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A text in ICU's message syntax: plural, select, numbers, dates. */
final class IcuTemplate implements Template {
    private static final Pattern SPELLED_OUT = Pattern.compile(",\\s*(spellout|ordinal|duration)\\b");

    /** ICU nests one level deeper for each of these, so their number limits its depth. */
    private static final Pattern NESTING = Pattern.compile("plural|select|choice", Pattern.CASE_INSENSITIVE);

    private static final int MAX_NESTING = 200;

    private final Format format;
    private final Set<String> names;

    IcuTemplate(String text, Locale locale) {
        ULocale icuLocale = ULocale.forLocale(locale);
        if (SPELLED_OUT.matcher(text).find() && !hasNumberWords(icuLocale)) {
            throw new IllegalArgumentException("ICU has no number words for " + locale.toLanguageTag());
        }
        if (NESTING.matcher(text).results().limit(MAX_NESTING + 1L).count() > MAX_NESTING) {
            throw new IllegalArgumentException("it uses plural, select and choice more than " + MAX_NESTING
                    + " times; split it into several prompts");
        }
        MessageFormat parsed = parse(text, icuLocale);
        format = parsed;
        names = Set.copyOf(new TreeSet<>(parsed.getArgumentNames()));
    }

    private static MessageFormat parse(String text, ULocale locale) {
        try {
            return new MessageFormat(text, locale);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("ICU cannot parse it: " + e.getMessage(), e);
        }
    }

    /** If a language has none, ICU silently uses those of the machine's language. */
    private static boolean hasNumberWords(ULocale locale) {
        ULocale actual =
                new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT).getLocale(ULocale.ACTUAL_LOCALE);
        return actual != null && actual.getLanguage().equals(locale.getLanguage());
    }

    @Override
    public Set<String> names() {
        return names;
    }

    /**
     * Formats with a copy, because ICU's formats are not thread-safe. The method of {@link Format} is called, because ICU's own has
     * another result type since version 78.
     */
    @Override
    public String fill(Function<String, Object> values) {
        Map<String, Object> byName = new HashMap<>();
        names.forEach(name -> byName.put(name, values.apply(name)));
        return ((Format) format.clone()).format(byName);
    }
}
