package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.state.Transition;
import java.util.Optional;

/** Decides whether an input is a command or an answer, and handles it. */
final class TurnProcessor {
    private static final int MAX_TURNS = 1_000;

    private final TurnContext context;
    private final Survey survey;
    private final ReplyBuilder replies;
    private final Endings endings;
    private final Navigator navigator;
    private final OpeningHandler opening;
    private final AnswerHandler answers;

    TurnProcessor(TurnContext context) {
        this.context = context;
        this.survey = context.survey();
        this.replies = new ReplyBuilder(context);
        this.endings = new Endings(context, replies);
        this.navigator = new Navigator(context, replies, endings);
        this.opening = new OpeningHandler(context, replies);
        this.answers = new AnswerHandler(context, replies, navigator, endings, opening);
    }

    Step handle(Step before, Input input) {
        if (input instanceof Input.Text text && Reaction.matches(text.body())) {
            return before.silent();
        }
        Step step = arrived(before, input);
        Command command = Command.in(input, context.words(step.session()), survey);
        boolean isOptedOut = step.progress().disposition() == Disposition.OPTED_OUT
                || context.facts().person().optedOut();
        if (isOptedOut) {
            return command == Command.START ? returned(step.with(Turn.Consent.GIVEN), input) : endings.stopped(step);
        }
        if (stopsAtOnce(step, command, input)) {
            return endings.stop(step);
        }
        if (input instanceof Input.HandOverEnded ended) {
            return navigator.handOverEnded(step, ended.wasTaken());
        }
        if (step.stage() == Stage.OVER || step.progress().turn() > MAX_TURNS) {
            return endings.alreadyOver(step);
        }
        if (endings.isTooLate(step)) {
            return endings.tooLate(answers.storeTooLate(step, input));
        }
        if (step.stage() == Stage.NEW && endings.isTooEarly()) {
            return endings.tooEarly(step);
        }
        return handleOpen(recordStart(step, input), input, command);
    }

    /** Counts the turn. Silence at the start of a call is not a reaction: an answering machine may have picked up. */
    private Step arrived(Step step, Input input) {
        return step.with(edit -> {
            edit.channel = context.facts().medium().channel();
            edit.turn++;
            edit.contacted = edit.contacted == null ? context.now() : edit.contacted;
            edit.timeOuts = input.isSilent() ? edit.timeOuts : 0;
            edit.reacted = !input.isSilent() || (edit.reacted && !(input instanceof Input.Contact));
        });
    }

    /** Records the person's first response. */
    private Step recordStart(Step step, Input input) {
        boolean byUs = input instanceof Input.Contact contact && contact.byUs();
        if (byUs || step.progress().started().isPresent()) {
            return step;
        }
        return step.with(edit -> edit.started = context.now())
                .happened(Transition.HEARD)
                .record(SurveyEvent.Type.STARTED);
    }

    /** Whether a command stops without confirmation. An everyday word does so only if it can't be an answer. */
    private boolean stopsAtOnce(Step step, Command command, Input input) {
        boolean isAsking = switch (step.stage()) {
            case ASKING, CONFIRMING, MENU -> true;
            default -> false;
        };
        return switch (command) {
            case STOP -> true;
            case STOP_WORD ->
                !isAsking
                        || navigator
                                .here(step)
                                .filter(at -> answers.couldAnswer(step, input, at))
                                .isEmpty();
            case STOP_SENTENCE -> !isAsking || navigator.here(step).isEmpty();
            default -> false;
        };
    }

    private Step handleOpen(Step step, Input input, Command command) {
        return switch (step.stage()) {
            case NEW -> greet(step, input);
            case OPENING, LANGUAGE -> open(step, input, command);
            case ASKING -> asking(step, input, command);
            case CONFIRMING -> confirming(step, input, command);
            case STOPPING -> stopping(step, input, command);
            case MENU -> menu(step, input, command);
            case WAITING -> waiting(step, input, command);
            case AGENT -> asking(step, input, command);
            case AGENT_NEXT -> navigator.withoutAgent(step);
            case OVER -> endings.alreadyOver(step);
        };
    }

    private Step greet(Step step, Input input) {
        Optional<String> language =
                input instanceof Input.Text text ? opening.chosenByFirstText(step, text.body()) : Optional.empty();
        if (language.isPresent()) {
            return begin(replies.welcome(step.speaking(language.get())));
        }
        Step welcomed = replies.welcome(step);
        return opening.isNeeded(welcomed) ? opening.ask(welcomed) : begin(welcomed);
    }

    private Step begin(Step step) {
        return navigator.begin(replies.moment(step, Moment.BEGIN));
    }

    private Step open(Step step, Input input, Command command) {
        if (command == Command.HELP) {
            return opening.askAgain(replies.help(step));
        }
        boolean isMidway = !step.progress().question().isEmpty();
        if (command == Command.AGENT) {
            return navigator.handOver(step);
        }
        if (input instanceof Input.Contact || command != Command.NONE) {
            return opening.askAgain(isMidway ? step : replies.welcome(step));
        }
        Step taken = opening.handle(step, input);
        if (!OpeningHandler.isDone(taken)) {
            return taken;
        }
        return isMidway ? navigator.askAgain(taken) : begin(taken);
    }

    private Step asking(Step step, Input input, Command command) {
        Optional<Position> at = navigator.here(step);
        if (at.isEmpty()) {
            return navigator.continueAfterAnswers(step);
        }
        boolean isAnswer = command.yieldsToAnswer() && answers.isExactAnswer(step, input, at.get());
        if (command != Command.NONE && !isAnswer) {
            return execute(step, command, at.get(), input);
        }
        if (input instanceof Input.Contact) {
            boolean comesBack = context.isNewChannel() || context.isCall();
            return navigator.askAgain(comesBack ? replies.saySystem(step, "welcomeBack") : step);
        }
        Command beside = Command.beside(input, context.words(step.session()), survey.rules());
        return beside != Command.NONE && answers.isOpen(step, input, at.get())
                ? execute(step, beside, at.get(), input)
                : answers.handle(step, input, at.get());
    }

    /** What a person says while the survey waits is no answer. */
    private Step waiting(Step step, Input input, Command command) {
        Optional<Position> at = navigator.here(step);
        return at.isPresent() && command != Command.NONE
                ? execute(step, command, at.get(), input)
                : navigator.askAgain(step);
    }

    /** Goes on after a time that the survey waited, or when the time for an answer is over. */
    Step goOn(Step before) {
        return navigator.askAgain(
                before.with(edit -> edit.channel = context.facts().medium().channel()));
    }

    private Step confirming(Step step, Input input, Command command) {
        Optional<Position> at = navigator.here(step);
        boolean isConfirming = command == Command.NONE
                && !input.isSilent()
                && !step.progress().unconfirmed().isEmpty();
        return at.isPresent() && isConfirming ? answers.confirm(step, input, at.get()) : asking(step, input, command);
    }

    /** Handles the reply to "Do you want to stop receiving messages?". */
    private Step stopping(Step step, Input input, Command command) {
        Optional<Position> at = navigator.here(step);
        Optional<Boolean> confirmed = command == Command.NONE ? answers.yesOrNo(step, input) : Optional.empty();
        if (at.isEmpty() || confirmed.isEmpty()) {
            return asking(step, input, command);
        }
        return confirmed.get() ? endings.stop(step) : answers.resume(step, at.get());
    }

    private Step menu(Step step, Input input, Command command) {
        if (input instanceof Input.Text || input instanceof Input.Speech) {
            // The person ignores the menu and answers the question.
            return asking(step, input, command);
        }
        Optional<Position> at = navigator.here(step);
        if (at.isEmpty()) {
            return navigator.continueAfterAnswers(step);
        }
        String key = input instanceof Input.Keys keys ? keys.keys() : "";
        return switch (key) {
            case "2" -> navigator.back(step, at.get());
            case "3" -> changeLanguage(step);
            case "4" -> skip(step, at.get());
            case "9" -> endings.stop(step);
            default -> navigator.askAgain(step);
        };
    }

    private Step changeLanguage(Step step) {
        return survey.prompts().languages().size() > 1 ? opening.askForLanguage(step) : navigator.askAgain(step);
    }

    private Step execute(Step step, Command command, Position at, Input input) {
        return switch (command) {
            case BACK -> navigator.back(step, at);
            case RESTART -> navigator.restart(step);
            case SKIP -> skip(step, at);
            case SKIP_ALL -> isSkippable(at) ? navigator.skipRest(step, at) : skip(step, at);
            case AGENT -> navigator.handOver(step);
            case HELP, MENU -> help(step);
            case REPEAT, START, NONE -> navigator.askAgain(step);
            case STOP -> endings.stop(step);
            case STOP_WORD, STOP_SENTENCE -> answers.askToStop(step, input, at);
        };
    }

    private Step skip(Step step, Position at) {
        return isSkippable(at) ? navigator.skip(step, at) : navigator.askAgain(replies.saySystem(step, "notSkippable"));
    }

    private static boolean isSkippable(Position at) {
        return at.question().settings().optional();
    }

    private Step help(Step step) {
        return context.isCall()
                ? replies.menu(step.with(edit -> edit.stage = Stage.MENU))
                : navigator.askAgain(replies.help(step));
    }

    /** Continues where STOP interrupted the survey. */
    private Step returned(Step step, Input input) {
        boolean wasStopped = step.progress().disposition() == Disposition.OPTED_OUT;
        Step back = step.happened(Transition.RETURNED);
        if (back.stage() == Stage.OVER && !wasStopped) {
            return endings.alreadyOver(back);
        }
        Step open = recordStart(back, input).with(edit -> edit.ended = null);
        return open.progress().question().isEmpty()
                ? greet(open.with(edit -> edit.stage = Stage.NEW), input)
                : navigator.askAgain(replies.saySystem(open, "welcomeBack"));
    }

    /** Asks the open question again after a long silence. */
    Step remind(Step before) {
        Step step = replies.saySystem(
                before.with(edit -> edit.channel = context.facts().medium().channel()), "reminder");
        boolean isOpening = step.stage() == Stage.OPENING || step.stage() == Stage.LANGUAGE;
        return isOpening ? opening.askAgain(step) : navigator.askAgain(step);
    }
}
