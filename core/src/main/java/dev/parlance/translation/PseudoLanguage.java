package dev.parlance.translation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptFile;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A made-up language for tests. Each text is in brackets, accented and about 35 % longer: {@code [Ĥöŵ ŵáš ýöûŕ ţéá? ļöŕéɱ]}. A
 * text without brackets is not in the prompts, a label that is cut off is too long, and a question mark instead of an accent
 * is an encoding problem. Placeholders, plurals, links and words in capitals, such as STOP, stay.
 *
 * <pre>{@code
 * Prompts prompts = Prompts.from(PseudoLanguage.addedTo(PromptSource.folder(Path.of("prompts"))));
 * prompts.in("en-XA").text("hello"); // [Ĥéļļö!ļ]
 * }</pre>
 *
 * <p>Its tag is that of the default language with the region XA: {@code en-XA}, {@code es-XA}. For a survey, use
 * {@code SurveyFolder.withPseudoLanguage()}, which adds the library's sentences.
 */
public final class PseudoLanguage {
    private static final String REGION = "XA";

    private PseudoLanguage() {}

    /** A source with the files of another one, and the pseudo-language of its default language. */
    public static PromptSource addedTo(PromptSource source) {
        return addedTo(source, Map.of());
    }

    /**
     * Like {@link #addedTo(PromptSource)}, with further texts, or with a text for a key that must stay as it is.
     *
     * @param textsByKey the texts as the pseudo-language has them; see {@link #textOf}
     */
    public static PromptSource addedTo(PromptSource source, Map<String, String> textsByKey) {
        return new WithPseudo(source, Map.copyOf(textsByKey));
    }

    /** The tag of the pseudo-language of a language: {@code en-XA} for {@code en-US}. */
    public static String tagOf(Language language) {
        return language.locale().getLanguage() + "-" + REGION;
    }

    /** A text of a prompt in the pseudo-language. */
    public static String textOf(String text) {
        return PseudoText.of(text);
    }

    /** All prompts of a language in its pseudo-language, by key; with the settings of its voice. */
    public static Map<String, String> textsOf(Language language) {
        Map<String, String> texts = new LinkedHashMap<>();
        language.voice().ifPresent(voice -> {
            texts.put("voice", voice);
            texts.put("language", language.spokenLanguage());
            texts.put("speechLanguage", language.recognitionLanguage());
        });
        Set<String> keys = language.keys();
        for (String key : keys) {
            String text = language.source(key);
            texts.put(key, Variant.of(key, keys).isWordList() ? text : textOf(text));
        }
        return texts;
    }

    private record WithPseudo(PromptSource source, Map<String, String> more) implements PromptSource {
        @Override
        public List<PromptFile> files() throws IOException {
            Language language = Prompts.from(source).defaultLanguage();
            Map<String, String> texts = new LinkedHashMap<>(textsOf(language));
            texts.putAll(more);
            List<PromptFile> files = new ArrayList<>(source.files());
            String name = tagOf(language) + ".";
            files.removeIf(file -> file.name().startsWith(name));
            files.add(new PromptFile(name + "json", new ObjectMapper().writeValueAsBytes(texts)));
            return files;
        }

        @Override
        public String description() {
            return source.description();
        }
    }
}
