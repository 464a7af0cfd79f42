package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Statement;
import dev.parlance.survey.question.WithOptions;
import dev.parlance.translation.PromptContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a survey uses each prompt for, as a translator must know it. */
final class PromptContexts {
    private final Language texts;
    private final Map<String, PromptContext> contexts = new HashMap<>();

    private PromptContexts(Language texts) {
        this.texts = texts;
    }

    /** The contexts by key. A prompt that is used twice has the first one. */
    static Map<String, PromptContext> of(SurveyBuilder survey, Language texts) {
        PromptContexts contexts = new PromptContexts(texts);
        survey.wording.forEach((moment, key) -> contexts.add(key, PromptContext.of(moment.description())));
        for (Group group : survey.groups) {
            group.matrix().ifPresent(contexts::add);
            group.questions().forEach(contexts::add);
        }
        return contexts.contexts;
    }

    private void add(Question question) {
        String key = question.settings().prompt();
        if (question instanceof Statement) {
            add(key, PromptContext.of("A message without an answer"));
            return;
        }
        Optional<ChoiceQuestion> options = WithOptions.of(question);
        String list = options.map(choice -> " Options: " + labels(choice)).orElse("");
        add(key, PromptContext.of(question(question) + list));
        options.ifPresent(this::options);
    }

    private void options(ChoiceQuestion choice) {
        PromptContext option = PromptContext.of("An option of the question \"" + choice.id() + "\": "
                + text(choice.settings().prompt()));
        choice.promptKeys()
                .forEach(label -> add(
                        label,
                        choice.mostOnButton().isPresent()
                                ? option.withMaxLength(choice.mostOnButton().getAsInt())
                                : option));
    }

    private void add(Matrix matrix) {
        String key = matrix.settings().prompt();
        add(key, PromptContext.of(question(matrix) + " It is asked for each of its items."));
        matrix.items()
                .forEach(item -> add(
                        matrix.promptOf(item),
                        PromptContext.of("An item of the matrix \"" + matrix.id() + "\": " + text(key))));
    }

    private static String question(Question question) {
        return "The question \"" + question.id() + "\", kind " + question.kind().name() + ".";
    }

    private String labels(ChoiceQuestion choice) {
        List<String> keys = choice.promptKeys();
        return keys.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private String text(String key) {
        return texts.contains(key) ? texts.source(key) : key;
    }

    private void add(String key, PromptContext context) {
        contexts.putIfAbsent(key, context);
    }
}
