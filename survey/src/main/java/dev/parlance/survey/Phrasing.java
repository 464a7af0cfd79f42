package dev.parlance.survey;

import dev.parlance.survey.machine.Ask;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.machine.Utterance.Joint;
import dev.parlance.survey.question.AnswerOption;
import dev.parlance.survey.question.ExpectedInput;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the sentences of a turn are put together, with its options spelled out. */
enum Phrasing {
    WRITTEN("text"),
    /** The options are buttons or a list beside the sentences. */
    WITH_MENU("text"),
    SPOKEN("voice");

    private final String suffix;

    Phrasing(String suffix) {
        this.suffix = suffix;
    }

    static Rendering.Phrases of(Rendering turn, Phrasing form) {
        String language = turn.session().language();
        List<Utterance> said = new ArrayList<>(turn.reply().said());
        List<Utterance> asked = new ArrayList<>();
        Optional<Ask> ask = turn.reply().ask();
        if (ask.isPresent()) {
            said.addAll(ask.get().lead());
            asked.addAll(ask.get().text());
            form.offers(turn, language, ask.get(), asked);
            if (form == SPOKEN && ask.get().expected().mode() == ExpectedInput.Mode.RECORDING) {
                asked.add(form.sentence(turn, language, "record", Map.of(), Joint.SPACE));
            }
        }
        return new Rendering.Phrases(said, asked);
    }

    private void offers(Rendering turn, String language, Ask ask, List<Utterance> sentences) {
        List<AnswerOption> offers = ask.options().all();
        if (this == WITH_MENU) {
            return;
        }
        switch (ask.options().kind()) {
            case NOTHING -> {}
            case OPTIONS, SEVERAL ->
                offers.forEach(offer -> sentences.add(sentence(
                        turn,
                        language,
                        "option." + suffix,
                        Map.of("key", offer.key(), "label", offer.label()),
                        Joint.LINE,
                        offer.recordings())));
            case YES_NO -> {
                if (this == SPOKEN) {
                    sentences.add(sentence(turn, language, "yesNo.voice", Map.of(), Joint.SPACE));
                }
            }
            case LANGUAGES ->
                offers.forEach(offer -> sentences.add(sentence(
                        turn,
                        offer.id(),
                        "language." + suffix,
                        Map.of("key", offer.key(), "language", offer.label()),
                        offer.equals(offers.get(0)) ? Joint.PARAGRAPH : Joint.LINE)));
        }
    }

    private Utterance sentence(Rendering turn, String language, String key, Map<String, String> values, Joint joint) {
        return sentence(turn, language, key, values, joint, List.of());
    }

    private Utterance sentence(
            Rendering turn,
            String language,
            String key,
            Map<String, String> values,
            Joint joint,
            List<String> labelRecordings) {
        Words words = turn.survey().words(language);
        Utterance sentence = new Utterance(words.text(key, values), language, joint, 0);
        if (this != SPOKEN) {
            return sentence;
        }
        Map<String, String> recorded = new HashMap<>(values);
        recorded.put("label", String.join(" ", labelRecordings));
        return sentence.playing(turn.links(words.recordings(key, recorded)));
    }
}
