package dev.parlance.survey.question;

import java.util.List;

/**
 * The answers a respondent can choose from, in order. Each channel presents them in its own way: as buttons, as a numbered list,
 * or in a sentence that names a key.
 *
 * @param kind what is offered
 * @param all the offers
 */
public record Offers(Kind kind, List<Offer> all) {
    /** No offers: the respondent answers freely. */
    public static final Offers NONE = new Offers(Kind.NOTHING, List.of());

    /** What is offered. */
    public enum Kind {
        /** Nothing. */
        NOTHING,
        /** Options, always listed. */
        OPTIONS,
        /** Yes and no, which need not be listed in a text. */
        YES_NO,
        /** Languages, each offered in its own words. */
        LANGUAGES
    }

    /** Copies the list. */
    public Offers {
        all = List.copyOf(all);
    }

    /** Offers of options. */
    public static Offers options(List<Offer> all) {
        return new Offers(Kind.OPTIONS, all);
    }
}
