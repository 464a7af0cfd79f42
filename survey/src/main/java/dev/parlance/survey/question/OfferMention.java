package dev.parlance.survey.question;

import dev.parlance.survey.reading.OptionMention;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which offer of a numbered list a reply chooses. */
public final class OfferMention {
    private static final List<Integer> NO_NUMBERS = List.of();

    private OfferMention() {}

    /**
     * The place of the chosen offer, from 0: by its number, by its words, or as in {@link #in}.
     *
     * @param offers the words of the offers, which have the IDs 1, 2 …
     */
    public static Optional<Integer> chosen(Input input, List<String> offers, Words words) {
        String said = input instanceof Input.Choice choice ? choice.option() : TextNormalizer.normalize(input.words());
        for (int i = 0; i < offers.size(); i++) {
            boolean isChosen =
                    said.equals(Integer.toString(i + 1)) || said.equals(TextNormalizer.normalize(offers.get(i)));
            if (isChosen) {
                return Optional.of(i);
            }
        }
        return in(input.words(), offers, words);
    }

    /**
     * The place of the only offer that a reply names, from 0: "the second one", "tea please". Empty if it says more. A number among
     * words may be an answer: "at 2".
     */
    public static Optional<Integer> in(String reply, List<String> offers, Words words) {
        OptionMention.Found found = OptionMention.read(
                reply,
                offers.stream()
                        .map(offer -> Set.of(TextNormalizer.normalize(offer)))
                        .toList(),
                NO_NUMBERS,
                words,
                "",
                false);
        return found.isSure() && found.options().size() == 1
                ? Optional.of(found.options().get(0))
                : Optional.empty();
    }
}
