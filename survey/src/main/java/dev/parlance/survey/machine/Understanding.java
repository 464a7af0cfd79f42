package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition.Happening;
import dev.parlance.survey.question.Input;
import java.util.Optional;

/** Decides what a person means by what they did: a command, or an answer to whatever is being asked. */
final class Understanding {
    private static final int MOST_TURNS = 1_000;

    private final Scene scene;
    private final Survey survey;
    private final Speaking speaking;
    private final Moves moves;
    private final Opening opening;
    private final Answering answering;

    Understanding(Scene scene) {
        this.scene = scene;
        this.survey = scene.survey();
        this.speaking = new Speaking(scene);
        this.moves = new Moves(scene, speaking);
        this.opening = new Opening(scene, speaking);
        this.answering = new Answering(scene, speaking, moves, opening);
    }

    Step take(Step before, Input input) {
        if (input instanceof Input.Text text && Reaction.isOne(text.body())) {
            return before.silent();
        }
        Step step = arrived(before, input);
        Command command = Command.in(input, scene.words(step.session()), survey.rules());
        boolean isOptedOut = step.progress().disposition() == Disposition.OPTED_OUT
                || scene.facts().optedOut();
        if (isOptedOut) {
            return command == Command.START ? returned(step.with(Consent.GIVEN), input) : moves.stopped(step);
        }
        if (stopsAtOnce(step, command, input)) {
            return moves.stop(step);
        }
        if (step.stage() == Stage.OVER || step.progress().turn() > MOST_TURNS) {
            return moves.alreadyOver(step);
        }
        return live(heard(step, input), input, command);
    }

    /** Counts the turn. Silence at the start of a call is no reaction: a machine may have picked up. */
    private Step arrived(Step step, Input input) {
        return step.with(edit -> {
            edit.channel = scene.facts().medium().channel();
            edit.turn++;
            edit.reacted = !input.isSilent() || (edit.reacted && !(input instanceof Input.Contact));
        });
    }

    /** Notes that the person is there, the first time that they do anything. */
    private Step heard(Step step, Input input) {
        boolean byUs = input instanceof Input.Contact contact && contact.byUs();
        if (byUs || step.progress().started().isPresent()) {
            return step;
        }
        return step.with(edit -> edit.started = scene.now())
                .happened(Happening.HEARD)
                .tell(SurveyEvent.Type.STARTED);
    }

    /** An everyday word stops at once only where it cannot be an answer. */
    private boolean stopsAtOnce(Step step, Command command, Input input) {
        boolean isAsking = switch (step.stage()) {
            case ASKING, CONFIRMING, MENU -> true;
            default -> false;
        };
        return switch (command) {
            case STOP -> true;
            case STOP_WORD ->
                !isAsking
                        || moves.here(step)
                                .filter(at -> answering.couldAnswer(step, input, at))
                                .isEmpty();
            case STOP_WISH -> !isAsking || moves.here(step).isEmpty();
            default -> false;
        };
    }

    private Step live(Step step, Input input, Command command) {
        return switch (step.stage()) {
            case NEW -> greet(step, input);
            case OPENING, LANGUAGE -> open(step, input, command);
            case ASKING -> asking(step, input, command);
            case CONFIRMING -> confirming(step, input, command);
            case STOPPING -> stopping(step, input, command);
            case MENU -> menu(step, input, command);
            case OVER -> moves.alreadyOver(step);
        };
    }

    private Step greet(Step step, Input input) {
        Optional<String> language =
                input instanceof Input.Text text ? opening.chosenAtOnce(step, text.body()) : Optional.empty();
        if (language.isPresent()) {
            return begin(speaking.welcome(step.speaking(language.get())));
        }
        Step welcomed = speaking.welcome(step);
        return opening.isNeeded(welcomed) ? opening.ask(welcomed) : begin(welcomed);
    }

    private Step begin(Step step) {
        return moves.begin(speaking.moment(step, Moment.BEGIN));
    }

    private Step open(Step step, Input input, Command command) {
        if (command == Command.HELP) {
            return opening.askAgain(speaking.help(step));
        }
        boolean isMidway = !step.progress().at().isEmpty();
        if (input instanceof Input.Contact || command != Command.NONE) {
            return opening.askAgain(isMidway ? step : speaking.welcome(step));
        }
        Step taken = opening.take(step, input);
        if (!Opening.isDone(taken)) {
            return taken;
        }
        return isMidway ? moves.askAgain(taken) : begin(taken);
    }

    private Step asking(Step step, Input input, Command command) {
        Optional<Stop> at = moves.here(step);
        if (at.isEmpty()) {
            // The question is there no more: the way goes on from its beginning, past all that was answered.
            return moves.begin(step);
        }
        if (command != Command.NONE) {
            return obey(step, command, at.get(), input);
        }
        if (input instanceof Input.Contact) {
            boolean comesBack = scene.isNewChannel() || scene.isCall();
            return moves.askAgain(comesBack ? speaking.engine(step, "welcomeBack") : step);
        }
        return answering.take(step, input, at.get());
    }

    private Step confirming(Step step, Input input, Command command) {
        Optional<Stop> at = moves.here(step);
        boolean isConfirming = command == Command.NONE
                && !input.isSilent()
                && !step.progress().unsure().isEmpty();
        return at.isPresent() && isConfirming ? answering.confirm(step, input, at.get()) : asking(step, input, command);
    }

    /** Takes what was answered to "Do you want to stop receiving messages?". */
    private Step stopping(Step step, Input input, Command command) {
        Optional<Stop> at = moves.here(step);
        Optional<Boolean> wish = command == Command.NONE ? answering.yesOrNo(step, input) : Optional.empty();
        if (at.isEmpty() || wish.isEmpty()) {
            return asking(step, input, command);
        }
        return wish.get() ? moves.stop(step) : answering.goOnAfterAll(step, at.get());
    }

    private Step menu(Step step, Input input, Command command) {
        if (input instanceof Input.Text || input instanceof Input.Speech) {
            // The person goes past the menu, and answers the question.
            return asking(step, input, command);
        }
        Optional<Stop> at = moves.here(step);
        if (at.isEmpty()) {
            return moves.begin(step);
        }
        String key = input instanceof Input.Keys keys ? keys.keys() : "";
        return switch (key) {
            case "2" -> moves.back(step, at.get());
            case "3" -> changeLanguage(step);
            case "4" -> skip(step, at.get());
            case "9" -> moves.stop(step);
            default -> moves.askAgain(step);
        };
    }

    private Step changeLanguage(Step step) {
        return survey.prompts().languages().size() > 1 ? opening.askForLanguage(step) : moves.askAgain(step);
    }

    private Step obey(Step step, Command command, Stop at, Input input) {
        return switch (command) {
            case BACK -> moves.back(step, at);
            case RESTART -> moves.restart(step);
            case SKIP -> skip(step, at);
            case HELP, MENU -> help(step);
            case REPEAT, START, NONE -> moves.askAgain(step);
            case STOP -> moves.stop(step);
            case STOP_WORD, STOP_WISH -> answering.askToStop(step, input, at);
        };
    }

    private Step skip(Step step, Stop at) {
        return at.question().frame().optional()
                ? moves.skip(step, at)
                : moves.askAgain(speaking.engine(step, "notSkippable"));
    }

    private Step help(Step step) {
        return scene.isCall()
                ? speaking.menu(step.with(edit -> edit.stage = Stage.MENU))
                : moves.askAgain(speaking.help(step));
    }

    /** Goes on where STOP came in between. */
    private Step returned(Step step, Input input) {
        boolean wasStopped = step.progress().disposition() == Disposition.OPTED_OUT;
        Step back = step.happened(Happening.RETURNED);
        if (back.stage() == Stage.OVER && !wasStopped) {
            return moves.alreadyOver(back);
        }
        Step open = heard(back, input).with(edit -> edit.ended = null);
        return open.progress().at().isEmpty()
                ? greet(open.with(edit -> edit.stage = Stage.NEW), input)
                : moves.askAgain(speaking.engine(open, "welcomeBack"));
    }

    /** Says the question again to a person who has not answered for long. */
    Step remind(Step before) {
        Step step = speaking.engine(
                before.with(edit -> edit.channel = scene.facts().medium().channel()), "reminder");
        boolean isOpening = step.stage() == Stage.OPENING || step.stage() == Stage.LANGUAGE;
        return isOpening ? opening.askAgain(step) : moves.askAgain(step);
    }
}
