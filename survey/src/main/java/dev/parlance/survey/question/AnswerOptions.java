package dev.parlance.survey.question;

import java.util.List;

/**
 * The answers a respondent can choose from, in order. Each channel presents them in its own way: as buttons, as a numbered list,
 * or in a sentence that names a key.
 *
 * @param kind what is offered
 * @param all the offers
 */
public record AnswerOptions(Kind kind, List<AnswerOption> all) {
    /** No offers: the respondent answers freely. */
    public static final AnswerOptions NONE = new AnswerOptions(Kind.NOTHING, List.of());

    /** What is offered. */
    public enum Kind {
        /** Nothing. */
        NOTHING,
        /** Options, of which one is chosen; always listed. */
        OPTIONS,
        /** Options, of which several are chosen, put in order or given a share; always listed, with their keys. */
        SEVERAL,
        /** Yes and no, which need not be listed in a text. */
        YES_NO,
        /** Languages, each offered in its own words. */
        LANGUAGES
    }

    /** Copies the list. */
    public AnswerOptions {
        all = List.copyOf(all);
    }

    /** Offers of options, of which one is chosen. */
    public static AnswerOptions options(List<AnswerOption> all) {
        return new AnswerOptions(Kind.OPTIONS, all);
    }

    /** Offers of options, of which several are chosen. */
    public static AnswerOptions several(List<AnswerOption> all) {
        return new AnswerOptions(Kind.SEVERAL, all);
    }
}
