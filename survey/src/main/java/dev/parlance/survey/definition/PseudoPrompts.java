package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.words.Words;
import dev.parlance.translation.PseudoLanguage;
import java.util.HashMap;
import java.util.Map;

/** A survey's prompts and the library's sentences in the pseudo-language. The words that answers are read with stay. */
final class PseudoPrompts {
    private PseudoPrompts() {}

    static PromptSource addedTo(PromptSource prompts) {
        Language language = Prompts.from(prompts).defaultLanguage();
        Map<String, String> more = new HashMap<>();
        Words.wordLists().stream().filter(language::contains).forEach(key -> more.put(key, language.source(key)));
        Words.sentences(language).forEach((key, text) -> more.put(key, PseudoLanguage.textOf(text)));
        return PseudoLanguage.addedTo(prompts, more);
    }
}
