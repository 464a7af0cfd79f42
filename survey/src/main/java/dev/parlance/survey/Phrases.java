package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Ask;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.machine.Utterance.Joint;
import dev.parlance.survey.question.AnswerOption;
import dev.parlance.survey.question.ExpectedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sentences of a turn, with its options spelled out: "1. Tea" in writing, "For Tea, press 1." in speech.
 *
 * @param said the sentences before the question, which a caller can't interrupt
 * @param asked the question, which a caller can interrupt
 */
public record Phrases(List<Utterance> said, List<Utterance> asked) {
    /** Copies the lists. */
    public Phrases {
        said = List.copyOf(said);
        asked = List.copyOf(asked);
    }

    /** The sentences in writing. */
    public static Phrases written(Survey survey, Turn.Done turn) {
        return of(survey, turn, Form.WRITTEN);
    }

    /** The sentences in speech. */
    public static Phrases spoken(Survey survey, Turn.Done turn) {
        return of(survey, turn, Form.SPOKEN);
    }

    /** All sentences, in order. */
    public List<Utterance> all() {
        return Stream.concat(said.stream(), asked.stream()).toList();
    }

    private enum Form {
        WRITTEN("text"),
        SPOKEN("voice");

        private final String suffix;

        Form(String suffix) {
            this.suffix = suffix;
        }
    }

    private static Phrases of(Survey survey, Turn.Done turn, Form form) {
        List<Utterance> said = new ArrayList<>(turn.reply().said());
        List<Utterance> asked = new ArrayList<>();
        Optional<Ask> ask = turn.reply().ask();
        if (ask.isPresent()) {
            said.addAll(ask.get().lead());
            asked.addAll(ask.get().text());
            offers(survey, turn.session().language(), ask.get(), form, asked);
            if (form == Form.SPOKEN && ask.get().expected().mode() == ExpectedInput.Mode.RECORDING) {
                asked.add(sentence(survey, turn.session().language(), "record", Map.of(), Joint.SPACE));
            }
        }
        return new Phrases(said, asked);
    }

    private static void offers(Survey survey, String language, Ask ask, Form form, List<Utterance> sentences) {
        List<AnswerOption> offers = ask.options().all();
        switch (ask.options().kind()) {
            case NOTHING -> {}
            case OPTIONS ->
                offers.forEach(offer -> sentences.add(sentence(
                        survey,
                        language,
                        "option." + form.suffix,
                        Map.of("key", offer.key(), "label", offer.label()),
                        Joint.LINE)));
            case YES_NO -> {
                if (form == Form.SPOKEN) {
                    sentences.add(sentence(survey, language, "yesNo.voice", Map.of(), Joint.SPACE));
                }
            }
            case LANGUAGES ->
                offers.forEach(offer -> sentences.add(sentence(
                        survey,
                        offer.id(),
                        "language." + form.suffix,
                        Map.of("key", offer.key(), "language", offer.label()),
                        offer.equals(offers.get(0)) ? Joint.PARAGRAPH : Joint.LINE)));
        }
    }

    private static Utterance sentence(
            Survey survey, String language, String key, Map<String, String> values, Joint joint) {
        return new Utterance(survey.words(language).text(key, values), language, joint, 0);
    }
}
