package dev.parlance.survey.machine;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Reading;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives one reply to one open question, in a session of its own. */
final class ReplyTrial {
    private static final Address NOBODY = Address.of("+15005550006");

    private final Survey survey;
    private final String key;
    private final String language;
    private final TurnInputs inputs;

    ReplyTrial(Survey survey, String question, String language, TurnInputs inputs) {
        this.survey = survey;
        this.key = survey.groups().stream()
                .filter(group ->
                        group.questions().stream().anyMatch(each -> each.id().equals(question)))
                .map(group -> group.answerName(1, question))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The survey has no question \"" + question + "\""));
        this.language = survey.prompts().in(language).tag();
        this.inputs = inputs;
    }

    TriedReply reply(Input input) {
        Session asked = ask().session();
        ReplyOutcome outcome = outcome(asked, input);
        return new TriedReply(outcome, why(outcome, asked, input));
    }

    private ReplyOutcome outcome(Session asked, Input input) {
        Command command = Command.in(input, survey.words(language), survey);
        Turn.Done turn = SurveyMachine.rehearse(survey, asked, input, inputs);
        SessionState after = SessionState.of(turn.session());
        Optional<Answer> answer = Optional.ofNullable(after.answers().get(key));
        if (answer.isPresent()) {
            return answer.get().isGiven()
                    ? new ReplyOutcome.Read(answer.get().value())
                    : new ReplyOutcome.Command(Command.SKIP.name());
        }
        if (after.progress()
                .chosen()
                .filter(chosen -> !chosen.value().parts().isEmpty())
                .isPresent()) {
            return new ReplyOutcome.Read(after.progress().chosen().orElseThrow().value());
        }
        if (!after.language().equals(language)) {
            return new ReplyOutcome.Switch(after.language());
        }
        boolean isAskedToStop = after.progress().stage() == Stage.STOPPING;
        if (isAskedToStop && command == Command.STOP_WORD) {
            return new ReplyOutcome.Which(List.of(Value.of(Command.STOP.name()), Value.of(input.words())));
        }
        if (isAskedToStop || turn.consent() == Turn.Consent.WITHDRAWN) {
            return new ReplyOutcome.Command(Command.STOP.name());
        }
        if (after.progress().stage() == Stage.CONFIRMING) {
            return toConfirm(after.progress().unconfirmed());
        }
        Command executed =
                command == Command.NONE ? Command.beside(input, survey.words(language), survey.rules()) : command;
        if (executed != Command.NONE) {
            return new ReplyOutcome.Command(executed == Command.MENU ? Command.HELP.name() : executed.name());
        }
        return new ReplyOutcome.Again();
    }

    private String why(ReplyOutcome outcome, Session asked, Input input) {
        if (outcome instanceof ReplyOutcome.Command) {
            return "a command of the words";
        }
        if (outcome instanceof ReplyOutcome.Switch) {
            return "the name of a language";
        }
        SessionState state = SessionState.of(asked);
        TurnContext context = TurnContext.of(survey, state, inputs);
        Position at = position(context, state);
        Question open = at.question();
        Reading reading = open.read(input, context.hearing(state, at));
        String rule =
                reading.why().isEmpty() ? "how \"" + open.kind().name() + "\" questions read a reply" : reading.why();
        boolean isSaidBack = reading instanceof Reading.Understood && outcome instanceof ReplyOutcome.Confirm;
        return isSaidBack ? rule + ", but below the survey's confidence" : rule;
    }

    private static ReplyOutcome toConfirm(List<Answer> answers) {
        return answers.size() == 1
                ? new ReplyOutcome.Confirm(answers.get(0).value())
                : new ReplyOutcome.Which(answers.stream().map(Answer::value).toList());
    }

    /** Asks the question. */
    Turn.Done ask() {
        Person person = new Person(language, true, Optional.empty(), Map.of(), 0);
        SessionState fresh = SessionState.create(
                survey.name(),
                NOBODY,
                survey.revision(),
                person,
                inputs.medium().channel());
        TurnContext context = TurnContext.of(survey, fresh, inputs);
        ReplyBuilder replies = new ReplyBuilder(context);
        Navigator navigator = new Navigator(context, replies, new Endings(context, replies));
        Step started = Step.from(fresh, inputs.now()).with(edit -> {
            edit.started = inputs.now();
            edit.reacted = true;
            edit.turn = 1;
        });
        return navigator.ask(started, position(context, fresh)).turn().done();
    }

    private Position position(TurnContext context, SessionState state) {
        return context.path(state).at(key).orElseThrow();
    }
}
