package dev.parlance.prompt;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Text in ICU's message syntax: plural, select, numbers, dates. */
final class IcuTemplate implements Template {
    private static final Pattern SPELT_OUT = Pattern.compile(",\\s*(spellout|ordinal|duration)\\b");

    /** ICU goes a level deeper for each of these, so their number bounds how deep it can go. */
    private static final Pattern NESTS = Pattern.compile("plural|select|choice", Pattern.CASE_INSENSITIVE);

    private static final int MOST_NESTS = 200;

    private final MessageFormat format;
    private final Set<String> names;

    IcuTemplate(String text, Locale locale) {
        ULocale icuLocale = ULocale.forLocale(locale);
        if (SPELT_OUT.matcher(text).find() && !hasNumberWords(icuLocale)) {
            throw new IllegalArgumentException("ICU has no number words for " + locale.toLanguageTag());
        }
        if (NESTS.matcher(text).results().limit(MOST_NESTS + 1L).count() > MOST_NESTS) {
            throw new IllegalArgumentException(
                    "it has plural, select and choice more than " + MOST_NESTS + " times; make several prompts of it");
        }
        try {
            format = new MessageFormat(text, icuLocale);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("ICU cannot read it: " + e.getMessage(), e);
        }
        names = Set.copyOf(new TreeSet<>(format.getArgumentNames()));
    }

    /** Where it has none, ICU would silently use those of the machine's own language. */
    private static boolean hasNumberWords(ULocale locale) {
        ULocale actual =
                new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT).getLocale(ULocale.ACTUAL_LOCALE);
        return actual != null && actual.getLanguage().equals(locale.getLanguage());
    }

    @Override
    public Set<String> names() {
        return names;
    }

    /** A copy formats, because ICU's formats are for one thread. */
    @Override
    public String fill(Function<String, Object> values) {
        Map<String, Object> byName = new HashMap<>();
        names.forEach(name -> byName.put(name, values.apply(name)));
        return format.clone().format(byName);
    }
}
