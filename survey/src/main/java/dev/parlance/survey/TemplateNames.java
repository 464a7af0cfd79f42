package dev.parlance.survey;

import dev.parlance.internal.Sha256;
import dev.parlance.outbound.Content;
import dev.parlance.survey.definition.Survey;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names of a survey's templates: lower-case letters, digits and underscores, with a digest of the words. */
record TemplateNames(String survey) {
    /** What the names of all templates and menus begin with. */
    static final String ALL = "parlance_";

    private static final int DIGEST = 8;
    /** What follows the prefix: a language, and a digest of the words. */
    private static final Pattern REST = Pattern.compile("[a-z]{2,3}(_[a-z0-9]+)*_[0-9a-f]{8}");

    static TemplateNames of(Survey survey) {
        // Another survey's name could look the same without its other characters.
        String plain = survey.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return new TemplateNames(plain.equals(survey.name()) ? plain : plain + "_" + digest(survey.name()));
    }

    Content opening(Content content, String language) {
        return named(ALL + survey + "_open_", content, language);
    }

    Content greeting(Content content, String language) {
        return named(ALL + survey + "_greet_", content, language);
    }

    /** All surveys share the reminders with the same words. */
    static Content reminder(Content content, String language) {
        return named(ALL + "continue_", content, language);
    }

    private static Content named(String prefix, Content content, String language) {
        String words = content.body() + content.buttons() + content.samples();
        String tag = language.toLowerCase(Locale.ROOT).replace('-', '_');
        return content.withName(prefix + tag + "_" + digest(words));
    }

    /** Whether a template begins this survey, now or in an earlier version. */
    boolean isOurs(String name) {
        return begins(name, ALL + survey + "_open_") || begins(name, ALL + survey + "_greet_");
    }

    private static boolean begins(String name, String prefix) {
        return name.startsWith(prefix)
                && REST.matcher(name.substring(prefix.length())).matches();
    }

    private static String digest(String words) {
        return Sha256.hex(words).substring(0, DIGEST);
    }
}
