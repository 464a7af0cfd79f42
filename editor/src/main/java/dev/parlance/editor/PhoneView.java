package dev.parlance.editor;

import dev.parlance.Address;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The phone beside a draft: the conversation so far.
 *
 * @param end how the survey ended; empty if it has not
 * @param language the respondent's language
 * @param answers the answers so far, by question
 */
record PhoneView(List<Bubble> conversation, String end, String language, Map<String, String> answers) {
    private static final Address PERSON = Address.of("+15005550006");

    /**
     * A text or an utterance.
     *
     * @param isMine whether the respondent said it
     * @param media pictures or recordings that go with it
     */
    record Bubble(boolean isMine, String text, List<String> media) {}

    /** Takes a survey with these answers. */
    static PhoneView of(Survey survey, boolean isCall, @Nullable String language, List<String> said) {
        List<Bubble> conversation = new ArrayList<>();
        Rehearsal rehearsal = new Rehearsal(survey, PERSON, isCall, language);
        show(rehearsal.begin(), isCall, conversation);
        for (String line : said) {
            if (rehearsal.session().isOver()) {
                break;
            }
            conversation.add(new Bubble(true, line, List.of()));
            show(rehearsal.say(line), isCall, conversation);
        }
        Session session = rehearsal.session();
        Map<String, String> answers = new LinkedHashMap<>();
        session.answers()
                .forEach((id, answer) -> answers.put(
                        answer.question(), answer.isGiven() ? answer.value().text() : ""));
        return new PhoneView(
                conversation,
                session.isOver() ? session.disposition().toString() : "",
                String.valueOf(session.language()),
                answers);
    }

    private static void show(Rendering turn, boolean isCall, List<Bubble> conversation) {
        if (isCall) {
            for (Utterance sentence : turn.spoken().all()) {
                conversation.add(
                        new Bubble(false, sentence.text(), sentence.media().recordings()));
            }
        } else {
            List<String> pictures = turn.pictures();
            for (String message : turn.messages()) {
                conversation.add(new Bubble(false, message, pictures));
                pictures = List.of();
            }
        }
    }
}
