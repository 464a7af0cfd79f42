package dev.parlance.survey.question;

import java.util.List;

/**
 * What can be chosen, in the order in which it is offered. Each channel shows it in its own way: as buttons, as a numbered
 * list, or in a sentence that names a key.
 *
 * @param kind what is offered
 * @param all each offer
 */
public record Offers(Kind kind, List<Offer> all) {
    /** Nothing: any answer is the person's own. */
    public static final Offers NONE = new Offers(Kind.NOTHING, List.of());

    /** What is offered. */
    public enum Kind {
        /** Nothing. */
        NOTHING,
        /** Options, to be spelled out. */
        OPTIONS,
        /** Yes and no, which go without saying where the answer is written. */
        YES_NO,
        /** Languages, each to be offered in its own words. */
        LANGUAGES
    }

    /** Keeps the list as it is now. */
    public Offers {
        all = List.copyOf(all);
    }

    /** Options. */
    public static Offers options(List<Offer> all) {
        return new Offers(Kind.OPTIONS, all);
    }
}
