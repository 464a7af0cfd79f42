package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition.Happening;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One turn while it is made: whatever is being waited for, commands first. */
final class Conversation {
    private static final int MOST_TURNS = 1_000;
    private static final int MOST_TRANSCRIPTS = 10;

    private final Survey survey;
    private final Session before;
    private final Facts facts;
    private final Draft draft;
    private final Speaking speaking;
    private final Walk walk;
    private final Opening opening;
    private final Answering answering;
    private Optional<Boolean> optOut = Optional.empty();
    private boolean isMute;

    Conversation(Survey survey, Session session, Facts facts) {
        this.survey = survey;
        this.before = session;
        this.facts = facts;
        this.draft = new Draft(session, facts);
        this.speaking = new Speaking(survey, draft, today(survey, session, facts));
        this.walk = new Walk(survey, draft, speaking, facts.now());
        this.opening = new Opening(survey, draft, speaking);
        this.answering = new Answering(survey, draft, facts, session.channel(), speaking, walk, opening);
    }

    private static LocalDate today(Survey survey, Session session, Facts facts) {
        ZoneId zone = session.person().zone().or(survey.timing()::zone).orElse(ZoneOffset.UTC);
        return facts.now().atZone(zone).toLocalDate();
    }

    Turn turn() {
        if (answering.wants().isPresent()) {
            return new Turn(before, Reply.NOTHING, List.of(), Optional.empty(), answering.wants());
        }
        Reply reply = isMute ? Reply.NOTHING : speaking.reply();
        return new Turn(draft.session(), reply, draft.events, optOut, Optional.empty());
    }

    void take(Input input) {
        if (input instanceof Input.Text text && Reaction.isOne(text.body())) {
            isMute = true;
            return;
        }
        draft.channel = facts.medium().channel();
        draft.turn++;
        noteReaction(input);
        Optional<Command> command = Command.in(input, speaking.words(), survey.rules());
        if (draft.disposition == Disposition.OPTED_OUT || facts.optedOut()) {
            optedOut(input, command);
        } else if (command.filter(one -> stopsAtOnce(one, input)).isPresent()) {
            stop();
        } else if (draft.stage == Stage.OVER || draft.turn > MOST_TURNS) {
            over();
        } else {
            heard(input);
            live(input, command);
        }
    }

    /** A call begins in silence: whoever picked it up may be a machine. */
    private void noteReaction(Input input) {
        if (!input.isSilent()) {
            draft.reacted = true;
        } else if (input instanceof Input.Contact) {
            draft.reacted = false;
        }
    }

    /** An everyday word stops at once only where it cannot be an answer. */
    private boolean stopsAtOnce(Command command, Input input) {
        if (command == Command.STOP) {
            return true;
        }
        boolean isAsking = draft.stage == Stage.ASKING || draft.stage == Stage.CONFIRMING || draft.stage == Stage.MENU;
        Optional<Stop> at = isAsking ? walk.here() : Optional.empty();
        return switch (command) {
            case STOP_WORD ->
                at.filter(stop -> answering.couldAnswer(input, stop)).isEmpty();
            case STOP_WISH -> at.isEmpty();
            default -> false;
        };
    }

    private void heard(Input input) {
        boolean byUs = input instanceof Input.Contact contact && contact.byUs();
        if (!byUs && draft.started.isEmpty()) {
            draft.started = Optional.of(facts.now());
            draft.happened(Happening.HEARD);
            draft.tell(SurveyEvent.Type.STARTED, Optional.empty());
        }
    }

    private void live(Input input, Optional<Command> command) {
        switch (draft.stage) {
            case NEW -> greet(input);
            case OPENING, LANGUAGE -> open(input, command);
            case ASKING -> asking(input, command);
            case CONFIRMING -> confirming(input, command);
            case STOPPING -> stopping(input, command);
            case MENU -> menu(input, command);
            case OVER -> over();
        }
    }

    private void greet(Input input) {
        Optional<String> chosen =
                input instanceof Input.Text text ? opening.chosenAtOnce(text.body()) : Optional.empty();
        chosen.ifPresent(draft::speak);
        speaking.welcome();
        if (chosen.isEmpty() && opening.isNeeded()) {
            opening.ask();
        } else {
            begin();
        }
    }

    private void begin() {
        survey.wording(Moment.BEGIN).ifPresent(speaking::prompt);
        walk.begin();
    }

    private void open(Input input, Optional<Command> command) {
        if (command.equals(Optional.of(Command.HELP))) {
            speaking.help();
            opening.askAgain();
        } else if (input instanceof Input.Contact || command.isPresent()) {
            if (draft.at.isEmpty()) {
                speaking.welcome();
            }
            opening.askAgain();
        } else if (opening.take(input)) {
            if (draft.at.isEmpty()) {
                begin();
            } else {
                walk.askAgain();
            }
        }
    }

    private void asking(Input input, Optional<Command> command) {
        Optional<Stop> at = walk.here();
        if (at.isEmpty()) {
            // The question is there no more: the way goes on from its beginning, past all that was answered.
            walk.begin();
        } else if (command.isPresent()) {
            obey(command.get(), at.get(), input);
        } else if (input instanceof Input.Contact) {
            if (!before.channel().equals(draft.channel) || speaking.isCall()) {
                speaking.engine("welcomeBack");
            }
            walk.askAgain();
        } else {
            answering.take(input, at.get());
        }
    }

    private void confirming(Input input, Optional<Command> command) {
        Optional<Stop> at = walk.here();
        List<Answer> unsure = draft.unsure;
        if (at.isEmpty() || unsure.isEmpty() || command.isPresent() || input.isSilent()) {
            asking(input, command);
        } else {
            answering.confirm(input, at.get(), unsure);
        }
    }

    /** Takes what was answered to "Do you want to stop receiving messages?". */
    private void stopping(Input input, Optional<Command> command) {
        Optional<Stop> at = walk.here();
        Optional<Boolean> wish = command.isPresent() ? Optional.empty() : answering.yesOrNo(input);
        if (at.isEmpty() || wish.isEmpty()) {
            asking(input, command);
        } else if (wish.get()) {
            stop();
        } else {
            answering.goOnAfterAll(at.get());
        }
    }

    private void menu(Input input, Optional<Command> command) {
        if (input instanceof Input.Text || input instanceof Input.Speech) {
            // The person goes past the menu, and answers the question.
            asking(input, command);
            return;
        }
        Optional<Stop> at = walk.here();
        String key = input instanceof Input.Keys keys ? keys.keys() : "";
        if (at.isEmpty()) {
            walk.begin();
            return;
        }
        switch (key) {
            case "2" -> walk.back(at.get());
            case "3" -> changeLanguage();
            case "4" -> obey(Command.SKIP, at.get(), input);
            case "9" -> stop();
            default -> walk.askAgain();
        }
    }

    private void changeLanguage() {
        if (survey.prompts().languages().size() > 1) {
            opening.askForLanguage();
        } else {
            walk.askAgain();
        }
    }

    private void obey(Command command, Stop at, Input input) {
        switch (command) {
            case BACK -> walk.back(at);
            case RESTART -> walk.restart();
            case SKIP -> {
                if (at.question().frame().optional()) {
                    walk.skip(at);
                } else {
                    speaking.engine("notSkippable");
                    walk.askAgain();
                }
            }
            case HELP, MENU -> {
                if (speaking.isCall()) {
                    draft.stage = Stage.MENU;
                    speaking.menu();
                } else {
                    speaking.help();
                    walk.askAgain();
                }
            }
            case REPEAT, START -> walk.askAgain();
            case STOP -> stop();
            case STOP_WORD, STOP_WISH -> answering.askToStop(input, at);
        }
    }

    private void stop() {
        optOut = Optional.of(true);
        if (draft.stage != Stage.OVER) {
            draft.over(Happening.STOPPED, SurveyEvent.Type.OPTED_OUT);
        }
        sayFarewell();
    }

    /** To who does not want to hear from us, nothing is said but on a call that goes on. */
    private void sayFarewell() {
        if (speaking.isCall()) {
            speaking.engine("stopped");
            speaking.end();
        } else {
            isMute = true;
        }
    }

    private void optedOut(Input input, Optional<Command> command) {
        if (command.equals(Optional.of(Command.START))) {
            optOut = Optional.of(false);
            returned(input);
        } else {
            sayFarewell();
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
            walk.askAgain();
        }
    }

    private void over() {
        if (draft.disposition == Disposition.COMPLETED) {
            speaking.promptOr(survey.wording(Moment.COMPLETED_ALREADY), "alreadyCompleted");
            speaking.silence(survey.rules().pauseSeconds());
        } else {
            speaking.engine("ended");
        }
        speaking.end();
    }

    /** Says the question again to who has not answered for long. */
    void remind() {
        draft.channel = facts.medium().channel();
        speaking.engine("reminder");
        if (draft.stage == Stage.OPENING || draft.stage == Stage.LANGUAGE) {
            opening.askAgain();
        } else {
            walk.askAgain();
        }
    }

    /** Waits no more. */
    void giveUp() {
        draft.over(Happening.GIVEN_UP, SurveyEvent.Type.ABANDONED);
        speaking.end();
        isMute = true;
    }

    /** Puts a recording in writing; the writing may come before the recording itself. */
    void transcribed(String recording, String text) {
        isMute = true;
        boolean isKnown = false;
        for (Map.Entry<String, Answer> entry : draft.answers.entrySet()) {
            if (entry.getValue().recording().equals(Optional.of(recording))) {
                entry.setValue(entry.getValue().withValue(Value.of(text)));
                isKnown = true;
            }
        }
        if (!isKnown && draft.transcripts.size() < MOST_TRANSCRIPTS) {
            draft.transcripts.put(recording, text);
        }
    }
}
