package dev.parlance.survey;

import dev.parlance.survey.words.OneLine;
import dev.parlance.survey.machine.Ask;
import dev.parlance.survey.question.AnswerOptions;
import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options of a question as buttons or as a list.
 *
 * @param items what can be tapped
 * @param opens the title of the button that opens the list; empty for buttons
 */
record Menu(List<Item> items, String opens) {
    /** The most characters on a button, also on the one that opens a list. */
    static final int BUTTON_TITLE = 20;
    /** The most characters of an item of a list. */
    static final int ITEM_TITLE = 24;
    /** What WhatsApp shows without an approval. */
    static final Limits WHATSAPP = new Limits(3, 10);
    /** The word on the button that opens a list. */
    static final String OPENS = "choose";

    /**
     * What can be tapped.
     *
     * @param id what the webhook reports: a {@link MenuTap}
     * @param title the option in the respondent's language
     */
    record Item(String id, String title) {}

    /**
     * How much a channel shows.
     *
     * @param buttons the most buttons
     * @param items the most items of a list; 0 without lists
     */
    record Limits(int buttons, int items) {
        private boolean allowButtons(List<Item> all) {
            return all.size() <= buttons && fit(all, BUTTON_TITLE);
        }

        private boolean allowList(List<Item> all, String opens) {
            return all.size() <= items && fit(all, ITEM_TITLE) && opens.length() <= BUTTON_TITLE;
        }

        private static boolean fit(List<Item> all, int length) {
            return all.stream().allMatch(item -> item.title().length() <= length);
        }
    }

    Menu {
        items = List.copyOf(items);
    }

    boolean isList() {
        return !opens.isEmpty();
    }

    /** The menu of a turn; empty if nothing is asked or said, several options can be chosen, or they don't fit. */
    static Optional<Menu> of(Rendering turn, Limits limits) {
        boolean hasWords = !TextMessages.of(turn.writtenWithMenu().all()).isEmpty();
        return turn.reply()
                .ask()
                .filter(ask -> hasWords)
                .map(Ask::options)
                .filter(options -> options.kind() != AnswerOptions.Kind.NOTHING)
                .filter(options -> options.kind() != AnswerOptions.Kind.SEVERAL)
                .flatMap(options -> of(turn, options, limits));
    }

    private static Optional<Menu> of(Rendering turn, AnswerOptions options, Limits limits) {
        Words words = turn.survey().words(turn.session().language());
        int number = turn.session().turn();
        List<Item> items = options.all().stream()
                .map(option -> new Item(
                        new MenuTap(
                                        OptionalInt.of(number),
                                        Optional.of(turn.survey().name()),
                                        option.id())
                                .toString(),
                        OneLine.of(words.capitalised(option.label()))))
                .toList();
        if (limits.allowButtons(items)) {
            return Optional.of(new Menu(items, ""));
        }
        String opens = words.spelling(OPENS);
        return limits.allowList(items, opens) ? Optional.of(new Menu(items, opens)) : Optional.empty();
    }
}
