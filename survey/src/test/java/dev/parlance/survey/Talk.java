package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person's conversation with the machine, in the survey's only language. */
final class Talk {
    private static final Instant NOW = Instant.parse("2026-05-13T12:00:00Z");

    private final Survey survey;
    private SessionState session;

    private Talk(Survey survey, Medium medium, long shuffleSeed) {
        this.survey = survey;
        String tag = survey.prompts().defaultLanguage().tag();
        Person person = new Person(tag, true, Optional.empty(), Map.of(), shuffleSeed);
        this.session = SessionState.create(
                survey.name(), Address.of("+15005550006"), survey.revision(), person, medium.channel());
    }

    /** A survey with these prompts and questions. The questions are JSON with single quotes. */
    static Survey survey(String tag, Map<String, String> prompts, String questions) {
        return Survey.parse(
                "talk.json",
                "{\"name\":\"talk\",\"opening\":\"guess\",\"questions\":[" + questions.replace('\'', '"') + "]}",
                Prompts.of(Map.of(tag, prompts)));
    }

    static Talk byText(Survey survey) {
        return byText(survey, 1);
    }

    /** A conversation with a person whose random orders follow from this seed. */
    static Talk byText(Survey survey, long shuffleSeed) {
        Talk talk = new Talk(survey, Medium.TEXT, shuffleSeed);
        talk.input(Input.contact());
        return talk;
    }

    static Talk byCall(Survey survey) {
        Talk talk = new Talk(survey, Medium.VOICE, 1);
        talk.input(Input.arrival());
        return talk;
    }

    /** The reply to a text. */
    String text(String body) {
        return input(Input.text(body));
    }

    /** The reply to an input. */
    String input(Input input) {
        return reply(input, TurnInputs.at(NOW, medium(input)));
    }

    String input(Input input, int seenTurn) {
        return reply(input, TurnInputs.at(NOW, medium(input)).withSeenTurn(seenTurn));
    }

    private String reply(Input input, TurnInputs inputs) {
        Turn.Done turn = SurveyMachine.advance(survey, session, input, inputs).done();
        session = SessionState.fromJson(turn.session().toJson());
        return sentences(turn, input).replaceAll("\\s+", " ");
    }

    private static Medium medium(Input input) {
        boolean isText = input instanceof Input.Text || (input instanceof Input.Contact contact && contact.byUs());
        return isText ? Medium.TEXT : Medium.VOICE;
    }

    private String sentences(Turn.Done turn, Input input) {
        Rendering.Phrases phrases = medium(input).isSpoken()
                ? Rendering.of(survey, turn).spoken()
                : Rendering.of(survey, turn).written();
        return phrases.all().stream().map(Utterance::text).collect(Collectors.joining(" "));
    }

    SessionState session() {
        return session;
    }

    String answer(String question) {
        return session.answers().get(question).value().text();
    }
}
