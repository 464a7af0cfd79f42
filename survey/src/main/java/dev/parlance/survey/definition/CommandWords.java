package dev.parlance.survey.definition;

import dev.parlance.survey.words.CarrierKeywords;
import dev.parlance.survey.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that are commands in one language: its own, and those of the carriers, which work in any language. */
final class CommandWords {
    private static final List<String> COMMANDS =
            List.of("stop", "help", "back", "repeat", "restart", "skip", "menu", "start");
    private static final String AGENT = "agent";
    private static final String SKIP_ALL = "skipAll";

    private final Words words;
    private final Commands commands;
    private final Map<String, String> byWord = new LinkedHashMap<>();

    CommandWords(Words words, SurveyBuilder survey) {
        this.words = words;
        this.commands = survey.rules.commands();
        if (commands == Commands.ALL) {
            COMMANDS.forEach(command -> words.list(command).forEach(word -> byWord.putIfAbsent(word, command)));
            if (!survey.agents.isEmpty()) {
                words.list(AGENT).forEach(word -> byWord.putIfAbsent(word, AGENT));
            }
            if (survey.groups.stream().anyMatch(group -> group.matrix().isPresent())) {
                words.list(SKIP_ALL).forEach(word -> byWord.putIfAbsent(word, SKIP_ALL));
            }
        } else {
            byWord.put(CarrierKeywords.HELP, "help");
        }
        CarrierKeywords.STOP.forEach(word -> byWord.putIfAbsent(word, "stop"));
        CarrierKeywords.START.forEach(word -> byWord.putIfAbsent(word, "start"));
    }

    /** The command that a word gives, such as {@code back}. */
    Optional<String> find(String word) {
        return Optional.ofNullable(byWord.get(word));
    }

    Set<String> all() {
        return byWord.keySet();
    }

    /** The part of a text that asks for no more messages, such as "leave me alone". */
    Optional<String> wishToStop(String text) {
        return commands == Commands.CARRIERS
                ? Optional.empty()
                : words.list("stopWishes").stream()
                        .filter(wish ->
                                words.isSpaced() ? (" " + text + " ").contains(" " + wish + " ") : text.contains(wish))
                        .findFirst();
    }
}
