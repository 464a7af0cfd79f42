package dev.parlance.survey.question;

import dev.parlance.survey.reading.FuzzyLookup;
import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.OptionMention;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which options an answer names: first exactly, then among other words. */
final class ChoiceReader {
    private final ChoiceQuestion question;
    private final AskContext context;
    private final OptionWords optionWords;
    private final OfferedOptions offered;
    private final int min;
    private final int max;

    ChoiceReader(ChoiceQuestion question, AskContext context) {
        this.question = question;
        this.context = context;
        this.optionWords = new OptionWords(question, context);
        this.offered = question.offered(context);
        this.min = Math.min(question.min(), offered.all().size());
        this.max = Math.min(question.max(), offered.all().size());
    }

    Reading read(Optional<InputText> entered) {
        if (entered.isEmpty()) {
            return unclear();
        }
        Reading exact = readExactly(entered.get());
        return exact instanceof Reading.Unclear && !entered.get().keyed() ? mentioned(entered.get(), exact) : exact;
    }

    /** The options that the reply names among other words. */
    private Reading mentioned(InputText entered, Reading otherwise) {
        List<Option> order = offered.all();
        OptionMention.Found found = OptionMention.read(
                entered.text(),
                order.stream().map(optionWords::of).toList(),
                offered.keys(),
                context.words(),
                context.question(question),
                question.isMultiple());
        List<Option> named = found.options().stream().map(order::get).toList();
        if (found.isNothing()) {
            return otherwise.why().isEmpty() ? otherwise.explained(found.why()) : otherwise;
        }
        boolean isEither = found.isEither() || (!question.isMultiple() && named.size() > 1);
        if (isEither) {
            return named.size() > Reading.Likely.MAX_CANDIDATES
                    ? otherwise.explained(found.why() + ", too many to ask which")
                    : new Reading.Likely(
                            named.stream()
                                    .map(option -> optionWords.value(List.of(option)))
                                    .toList(),
                            found.why());
        }
        boolean isPossible = named.size() >= min
                && named.size() <= max
                && (named.size() == 1 || named.stream().noneMatch(Option::isAlone));
        Value value = optionWords.value(named);
        return isPossible
                ? entered.reading(value, found.isSure() ? InputText.AMONG_WORDS : 0, found.why())
                : otherwise.explained(found.why() + ", but they can't be chosen together");
    }

    private Reading readExactly(InputText entered) {
        Names names = new Names(entered.heard());
        Guess<Option> single = names.find(entered.text());
        Set<Option> chosen = new LinkedHashSet<>(single.candidates());
        List<String> rules = new ArrayList<>(List.of(single.why()));
        boolean isSure = single.isSure();
        if (single.isNone() && question.isMultiple()) {
            isSure = true;
            rules.clear();
            for (String part : parts(entered, context.words())) {
                Guess<Option> option = names.find(part);
                if (option.isNone()) {
                    return unclear();
                }
                isSure &= option.isSure();
                rules.add(option.why());
                chosen.addAll(option.candidates());
            }
        }
        if (chosen.isEmpty()) {
            return unclear();
        }
        if (chosen.size() < min || chosen.size() > max) {
            return wrongCount(chosen.size()).explained(String.join(", ", rules) + ": too many or too few options");
        }
        Optional<Option> alone =
                chosen.size() > 1 ? chosen.stream().filter(Option::isAlone).findFirst() : Optional.empty();
        if (alone.isPresent()) {
            return new Reading.Unclear("invalid.exclusive", Map.of("option", optionWords.label(alone.get())))
                    .explained(String.join(", ", rules) + ": can't be combined");
        }
        return entered.reading(optionWords.value(chosen), isSure ? 1 : 0, String.join(", ", rules));
    }

    private Reading.Unclear unclear() {
        return new Reading.Unclear(question.isMultiple() ? "invalid.choices" : "invalid.choice", Map.of());
    }

    /** Says how many options there can be, where one can choose several. */
    private Reading wrongCount(int chosen) {
        if (!question.isMultiple()) {
            return unclear();
        }
        return chosen > max
                ? unclear().because("tooMany", "most", max)
                : unclear().because("tooFew", "least", min);
    }

    private List<String> parts(InputText entered, Words words) {
        String text = entered.text();
        if (entered.keyed() && offered.digits() == 1) {
            return List.of(text.replace("*", "").split("", -1)).stream()
                    .filter(key -> !key.isEmpty())
                    .toList();
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.split("[,،、，;；&+/\\n*]", -1)) {
            List<String> among = new ArrayList<>();
            StringBuilder current = new StringBuilder();
            for (String word : part.strip().split("\\s+", -1)) {
                if (words.list("and").contains(TextNormalizer.normalize(word))) {
                    among.add(current.toString());
                    current.setLength(0);
                } else {
                    current.append(current.isEmpty() ? "" : " ").append(word);
                }
            }
            among.add(current.toString());
            parts.addAll(among);
        }
        boolean onlyNumbers = parts.size() == 1 && parts.get(0).matches("[\\p{Nd}\\s]+");
        List<String> found = onlyNumbers ? List.of(parts.get(0).split("\\s+", -1)) : parts;
        return found.stream().filter(part -> !part.isBlank()).toList();
    }

    /** The words that stand for each option, for one respondent. */
    private final class Names {
        private final boolean heard;

        Names(boolean heard) {
            this.heard = heard;
        }

        Guess<Option> find(String text) {
            String folded = TextNormalizer.normalize(text);
            for (Option option : offered.all()) {
                if (optionWords.of(option).contains(folded)) {
                    return Guess.sure(option).because("exactly the label of an option");
                }
            }
            Optional<Integer> number = folded.matches("\\d{1,3}")
                    ? Optional.of(Integer.valueOf(folded))
                    : context.words().number(folded, false);
            if (number.isPresent()) {
                return withKey(number.get());
            }
            Optional<Integer> misheard = heard ? context.words().number(folded, true) : Optional.empty();
            if (misheard.isPresent()) {
                Guess<Option> guess = withKey(misheard.get());
                return guess.unsure().because("sounds like the number of an option");
            }
            return FuzzyLookup.find(folded, byWord(), context.words());
        }

        private Map<String, Option> byWord() {
            Map<String, Option> byWord = new LinkedHashMap<>();
            for (Option option : offered.all()) {
                optionWords.of(option).forEach(word -> byWord.put(word, option));
            }
            return byWord;
        }

        private Guess<Option> withKey(int number) {
            return offered.withKey(number)
                    .map(option -> Guess.sure(option).because("exactly the number of an option"))
                    .orElseGet(Guess::none);
        }
    }
}
