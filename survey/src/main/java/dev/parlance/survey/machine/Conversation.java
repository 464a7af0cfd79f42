package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Quota;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition.Happening;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Channel;
import dev.parlance.survey.question.Frame;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Reading;
import dev.parlance.survey.question.TextQuestion;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.question.YesNoQuestion;
import dev.parlance.survey.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One turn while it is made: what is done with an input, stage by stage. */
final class Conversation {
    private static final int MOST_TURNS = 1_000;

    private final Survey survey;
    private final Session before;
    private final Facts facts;
    private final Draft draft;
    private final Speaking speaking;
    private final Route route;
    private final Opening opening;
    private Optional<Boolean> optOut = Optional.empty();
    private Optional<String> wants = Optional.empty();
    private boolean isMute;

    Conversation(Survey survey, Session session, Facts facts) {
        this.survey = survey;
        this.before = session;
        this.facts = facts;
        this.draft = new Draft(session, facts.now());
        this.speaking = new Speaking(
                survey,
                draft,
                facts.now()
                        .atZone(session.person()
                                .zone()
                                .or(survey.timing()::zone)
                                .orElse(ZoneOffset.UTC))
                        .toLocalDate());
        this.route = new Route(survey, draft);
        this.opening = new Opening(survey, draft, speaking);
    }

    Turn turn() {
        if (wants.isPresent()) {
            return new Turn(before, Reply.NOTHING, List.of(), Optional.empty(), wants);
        }
        Reply reply = isMute ? Reply.NOTHING : speaking.reply();
        return new Turn(draft.session(), reply, draft.events, optOut, wants);
    }

    void take(Input input) {
        draft.channel = input.channel();
        draft.turn++;
        Optional<Commands> command =
                Commands.in(input, speaking.words(), survey.rules().confidence());
        if (draft.disposition == Disposition.OPTED_OUT || facts.optedOut()) {
            optedOut(input, command);
        } else if (command.filter(Commands.STOP::equals).isPresent()) {
            stop();
        } else if (draft.stage == Stage.OVER || before.progress().turn() >= MOST_TURNS) {
            over();
        } else {
            heard(input);
            live(input, command);
        }
    }

    private void heard(Input input) {
        boolean byUs = input instanceof Input.Contact && input.channel() == Channel.TEXT;
        if (!byUs && draft.started.isEmpty()) {
            draft.started = Optional.of(facts.now());
            draft.happened(Happening.HEARD);
            draft.tell(SurveyEvent.Type.STARTED, Optional.empty());
        }
    }

    private void live(Input input, Optional<Commands> command) {
        switch (draft.stage) {
            case NEW -> greet(input);
            case OPENING -> open(input, command);
            case ASKING -> asking(input, command);
            case CONFIRMING -> confirming(input, command);
            case MENU -> menu(input);
            case OVER -> over();
        }
    }

    private void greet(Input input) {
        if (input instanceof Input.Text text) {
            opening.named(text.body()).ifPresent(draft::speak);
        }
        speaking.welcome(0);
        if (opening.isNeeded()) {
            opening.ask();
        } else {
            begin();
        }
    }

    private void begin() {
        survey.wording().begin().ifPresent(speaking::prompt);
        goOn(route.first());
    }

    private void open(Input input, Optional<Commands> command) {
        if (command.filter(Commands.HELP::equals).isPresent()) {
            speaking.engine("help.text");
            opening.ask();
        } else if (input instanceof Input.Contact || command.isPresent()) {
            speaking.welcome(0);
            opening.ask();
        } else if (opening.take(input)) {
            if (draft.at.isEmpty()) {
                begin();
            } else {
                askAgain();
            }
        }
    }

    private void asking(Input input, Optional<Commands> command) {
        Optional<Stop> at = route.at(draft.at);
        if (at.isEmpty()) {
            // The question is there no more: the way goes on from its beginning, past all that was answered.
            goOn(route.first());
        } else if (command.isPresent()) {
            obey(command.get(), at.get());
        } else if (isLate(input)) {
            late((Input.Text) input);
        } else if (input instanceof Input.Contact) {
            if (before.progress().channel() != input.channel() || input.channel() == Channel.VOICE) {
                speaking.engine("welcomeBack");
            }
            askAgain();
        } else if (input.isSilent()) {
            notUnderstood(at.get(), new Reading.Unclear("silence", Map.of()));
        } else {
            answered(input, at.get());
        }
    }

    private boolean isLate(Input input) {
        return input instanceof Input.Text
                && !survey.rules().severalAnswers()
                && draft.asked.filter(facts.received()::isBefore).isPresent();
    }

    /** A text that came in before the question was asked cannot answer it. It is kept, and the question stands. */
    private void late(Input.Text text) {
        String question = draft.path.isEmpty() ? draft.at : draft.path.get(draft.path.size() - 1);
        draft.earlier.add(new Answer(
                question,
                Value.of(text.body()),
                Answer.How.LATE,
                1,
                draft.language(),
                draft.attempts + 1,
                facts.now(),
                Optional.empty()));
        speaking.engine("late");
        askAgain();
    }

    private void answered(Input input, Stop at) {
        Reading reading = at.question().read(input, speaking.hearing());
        Optional<String> language = otherLanguage(input);
        boolean namesLanguage =
                language.isPresent() && (reading instanceof Reading.Unclear || at.question() instanceof TextQuestion);
        if (namesLanguage) {
            draft.speak(language.get());
            askAgain();
        } else if (reading instanceof Reading.Understood understood) {
            understood(input, at, understood.value());
        } else if (!severalAnswers(input, at) && reading instanceof Reading.Unclear unclear) {
            notUnderstood(at, unclear);
        }
    }

    private Optional<String> otherLanguage(Input input) {
        Optional<String> named = input instanceof Input.Text text
                ? opening.named(text.body())
                : input instanceof Input.Speech speech ? opening.named(speech.words()) : Optional.empty();
        return named.filter(tag -> !tag.equals(draft.language()));
    }

    private void understood(Input input, Stop at, Value value) {
        Answer answer = new Answer(
                at.key(),
                value,
                how(input),
                input instanceof Input.Speech speech ? speech.confidence() : 1,
                draft.language(),
                draft.attempts + 1,
                facts.now(),
                input instanceof Input.Recording recording ? Optional.of(recording.sid()) : Optional.empty());
        if (answer.confidence() < survey.rules().confidence()) {
            draft.unsure = Optional.of(answer);
            draft.stage = Stage.CONFIRMING;
            speaking.confirm(at.question().shown(value, speaking.hearing()));
        } else {
            accept(at, answer);
        }
    }

    private static Answer.How how(Input input) {
        if (input instanceof Input.Text) {
            return Answer.How.TEXT;
        }
        if (input instanceof Input.Keys) {
            return Answer.How.KEYS;
        }
        return input instanceof Input.Recording ? Answer.How.RECORDING : Answer.How.SPEECH;
    }

    /** "5, 3, great": each part for the question that is then asked, as far as they can be understood. */
    private boolean severalAnswers(Input input, Stop first) {
        if (!survey.rules().severalAnswers() || !(input instanceof Input.Text text)) {
            return false;
        }
        List<String> parts = Words.split(text.body().replace('\n', ','));
        if (parts.size() < 2 || !isUnderstood(first, parts.get(0))) {
            return false;
        }
        for (String part : parts) {
            Optional<Stop> at = draft.stage == Stage.ASKING ? route.at(draft.at) : Optional.empty();
            if (at.isEmpty() || wants.isPresent()) {
                break;
            }
            Input one = Input.text(part);
            Reading reading = at.get().question().read(one, speaking.hearing());
            if (reading instanceof Reading.Understood understood) {
                understood(one, at.get(), understood.value());
            } else if (reading instanceof Reading.Unclear unclear) {
                notUnderstood(at.get(), unclear);
                break;
            }
        }
        return true;
    }

    private boolean isUnderstood(Stop at, String part) {
        return at.question().read(Input.text(part), speaking.hearing()) instanceof Reading.Understood;
    }

    private void accept(Stop at, Answer answer) {
        draft.take(answer);
        if (draft.given() >= survey.rules().partialAfter()) {
            draft.happened(Happening.ANSWERED_ENOUGH);
        }
        if (hasPlace()) {
            goOn(route.after(at));
        }
    }

    /** Whether every quota that this person counts for has a place; if not, it has been said. */
    private boolean hasPlace() {
        for (Quota quota : survey.quotas()) {
            boolean counts = !draft.quotas.containsKey(quota.name())
                    && route.isDecided(quota.when())
                    && quota.when().holds(draft);
            if (!counts) {
                continue;
            }
            Boolean place = facts.places().get(quota.name());
            if (place == null) {
                wants = Optional.of(quota.name());
                return false;
            }
            draft.quotas.put(quota.name(), place);
            if (!place) {
                speaking.promptOr(quota.prompt().or(survey.wording()::screenedOut), "screenedOut");
                end(Happening.SCREENED, SurveyEvent.Type.ABANDONED);
                return false;
            }
        }
        return true;
    }

    private void goOn(Route.Next where) {
        Route.Next next = where;
        while (next.stop().isPresent() && !next.stop().get().question().hasAnswer()) {
            speaking.statement(next.stop().get());
            next = route.after(next.stop().get());
        }
        if (next.stop().isPresent()) {
            ask(next.stop().get());
            return;
        }
        switch (next.end()) {
            case Jump.SCREEN_OUT -> {
                speaking.promptOr(survey.wording().screenedOut(), "screenedOut");
                end(Happening.SCREENED, SurveyEvent.Type.ABANDONED);
            }
            case Jump.REFUSE -> {
                speaking.promptOr(survey.wording().goodbye(), "goodbye");
                end(Happening.DECLINED, SurveyEvent.Type.ABANDONED);
            }
            default -> {
                speaking.promptOr(survey.wording().goodbye(), "goodbye");
                draft.happened(Happening.HEARD);
                end(Happening.ENDED, SurveyEvent.Type.COMPLETED);
            }
        }
    }

    private void end(Happening happening, SurveyEvent.Type type) {
        draft.over(happening, type);
        speaking.end();
    }

    private void ask(Stop stop) {
        draft.at = stop.key();
        draft.stage = Stage.ASKING;
        draft.attempts = 0;
        draft.unsure = Optional.empty();
        draft.asked = Optional.of(facts.now());
        speaking.question(stop, false);
    }

    /** The same question again, its attempts still counted. */
    private void askAgain() {
        Optional<Stop> at = route.at(draft.at);
        if (at.isEmpty()) {
            goOn(route.first());
            return;
        }
        if (!at.get().question().canBeAsked(draft.channel(), draft.isPlainPhone())) {
            goOn(route.after(at.get()));
            return;
        }
        draft.stage = Stage.ASKING;
        draft.unsure = Optional.empty();
        draft.asked = Optional.of(facts.now());
        speaking.question(at.get(), true);
    }

    private void notUnderstood(Stop at, Reading.Unclear unclear) {
        if (before.progress().channel() != draft.channel()) {
            // The person has only now come over from the other channel, and has not been asked here.
            askAgain();
            return;
        }
        draft.attempts++;
        Attempts attempts =
                at.question().frame().attempts().orElse(survey.rules().attempts());
        if (draft.attempts >= attempts.most()) {
            exhausted(at, attempts);
            return;
        }
        speaking.retry(at, unclear.reason(), unclear.values());
        boolean saysWhatIsWanted = !unclear.reason().equals("invalid.answer");
        if (draft.channel() == Channel.TEXT && saysWhatIsWanted) {
            draft.stage = Stage.ASKING;
        } else {
            askAgain();
        }
    }

    private void exhausted(Stop at, Attempts attempts) {
        switch (attempts.then()) {
            case SKIP -> skip(at);
            case END -> {
                speaking.promptOr(survey.wording().goodbye(), "goodbye");
                end(Happening.GIVEN_UP, SurveyEvent.Type.ABANDONED);
            }
            case HAND_OVER -> {
                speaking.engine(draft.channel() == Channel.VOICE ? "handOver.voice" : "handOver.text");
                draft.tell(SurveyEvent.Type.HANDED_OVER, Optional.empty());
                draft.over(Happening.GIVEN_UP, SurveyEvent.Type.ABANDONED);
                speaking.handOver(attempts.handOver().orElseThrow());
            }
        }
    }

    private void skip(Stop at) {
        draft.take(Answer.skipped(at.key(), draft.language(), draft.attempts + 1, facts.now()));
        goOn(route.after(at));
    }

    private void confirming(Input input, Optional<Commands> command) {
        Optional<Stop> at = route.at(draft.at);
        Optional<Answer> unsure = draft.unsure;
        if (at.isEmpty() || unsure.isEmpty() || command.isPresent() || input.isSilent()) {
            asking(input, command);
            return;
        }
        Reading sure = new YesNoQuestion(Frame.of("sure")).read(input, speaking.hearing());
        if (sure instanceof Reading.Understood yes && yes.value().has(YesNoQuestion.YES)) {
            accept(at.get(), unsure.get());
        } else if (sure instanceof Reading.Understood) {
            notUnderstood(at.get(), new Reading.Unclear("invalid.answer", Map.of()));
        } else {
            answered(input, at.get());
        }
    }

    private void menu(Input input) {
        Optional<Stop> at = route.at(draft.at);
        String key = input instanceof Input.Keys keys ? keys.keys() : "";
        if (at.isEmpty() || key.isEmpty()) {
            askAgain();
            return;
        }
        switch (key) {
            case "2" -> back(at.get());
            case "3" -> changeLanguage();
            case "4" -> obey(Commands.SKIP, at.get());
            case "9" -> stop();
            default -> askAgain();
        }
    }

    private void changeLanguage() {
        if (survey.prompts().languages().size() > 1) {
            opening.askForLanguage();
        } else {
            askAgain();
        }
    }

    private void obey(Commands command, Stop at) {
        switch (command) {
            case BACK -> back(at);
            case RESTART -> {
                draft.forgetAnswers();
                goOn(route.first());
            }
            case SKIP -> {
                if (at.question().frame().optional()) {
                    skip(at);
                } else {
                    speaking.engine("notSkippable");
                    askAgain();
                }
            }
            case HELP, MENU -> {
                if (draft.channel() == Channel.VOICE) {
                    draft.stage = Stage.MENU;
                    speaking.menu();
                } else {
                    speaking.engine("help.text");
                    askAgain();
                }
            }
            case REPEAT, START -> askAgain();
            case STOP -> stop();
        }
    }

    private void back(Stop at) {
        List<String> path = draft.path;
        int last = path.indexOf(at.key());
        String previous = last > 0 ? path.get(last - 1) : last < 0 && !path.isEmpty() ? path.get(path.size() - 1) : "";
        Optional<Stop> stop = route.at(previous);
        if (stop.isEmpty()) {
            speaking.engine("nothingBefore");
            askAgain();
        } else {
            ask(stop.get());
        }
    }

    private void stop() {
        optOut = Optional.of(true);
        if (draft.stage != Stage.OVER) {
            draft.over(Happening.STOPPED, SurveyEvent.Type.OPTED_OUT);
        }
        if (draft.channel() == Channel.VOICE) {
            speaking.engine("stopped");
            speaking.end();
        } else {
            isMute = true;
        }
    }

    private void optedOut(Input input, Optional<Commands> command) {
        if (command.filter(Commands.START::equals).isPresent()) {
            optOut = Optional.of(false);
            returned(input);
        } else if (draft.channel() == Channel.VOICE) {
            speaking.engine("stopped");
            speaking.end();
        } else {
            isMute = true;
        }
    }

    /** Goes on where STOP came in between. */
    private void returned(Input input) {
        boolean wasStopped = draft.disposition == Disposition.OPTED_OUT;
        draft.happened(Happening.RETURNED);
        if (draft.stage == Stage.OVER && !wasStopped) {
            over();
            return;
        }
        heard(input);
        draft.ended = Optional.empty();
        if (draft.at.isEmpty()) {
            draft.stage = Stage.NEW;
            greet(input);
        } else {
            speaking.engine("welcomeBack");
            askAgain();
        }
    }

    private void over() {
        if (draft.disposition == Disposition.COMPLETED) {
            speaking.promptOr(survey.wording().completedAlready(), "alreadyCompleted");
            speaking.silence(survey.rules().pauseSeconds());
        } else {
            speaking.engine("ended");
        }
        speaking.end();
    }

    /** Says the question again to who has not answered for long. */
    void remind() {
        draft.channel = Channel.TEXT;
        speaking.engine("reminder");
        if (draft.stage == Stage.OPENING) {
            opening.ask();
        } else {
            askAgain();
        }
    }

    /** Waits no more. */
    void giveUp() {
        draft.over(Happening.GIVEN_UP, SurveyEvent.Type.ABANDONED);
        speaking.end();
        isMute = true;
    }

    /** Puts a recording in writing. */
    void transcribed(String recording, String text) {
        isMute = true;
        draft.answers.replaceAll((question, answer) ->
                answer.recording().filter(recording::equals).isPresent() ? answer.withValue(Value.of(text)) : answer);
    }
}
