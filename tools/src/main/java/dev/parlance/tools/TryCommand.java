package dev.parlance.tools;

import dev.parlance.Address;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a survey in the terminal, without a server or a store. */
@Command(
        name = "try",
        description =
                "Runs a survey in the terminal. With --call, digits are keys, other words are speech, and an empty line is"
                        + " silence.",
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
    private static final Medium WITH_PICTURES =
            new Medium(Medium.TEXT.channel(), Medium.TEXT.abilities().withPictures());

    private final BufferedReader in;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SurveyArgument argument = new SurveyArgument();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "The respondent's language, such as es-MX. Default: the survey asks.")
    private @Nullable String language;

    @Option(names = "--call", description = "Simulate a call instead of texts.")
    private boolean call;

    TryCommand(BufferedReader in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        Survey survey = argument.load();
        PrintWriter out = spec.commandLine().getOut();
        Session session = newSession(survey);
        Input input = call ? Input.arrival() : Input.contact();
        while (true) {
            Turn.Done turn = advance(survey, session, input);
            session = turn.session();
            say(survey, turn, out);
            if (session.isOver()) {
                break;
            }
            out.print("> ");
            out.flush();
            String line = in.readLine();
            if (line == null) {
                out.println();
                break;
            }
            input = input(line.strip());
        }
        report(session, out);
        return 0;
    }

    private Medium medium() {
        return call ? Medium.VOICE : WITH_PICTURES;
    }

    /** A new session of a random person, so that each try has another random order. */
    private Session newSession(Survey survey) {
        Address person = Address.of("+1500555%04d".formatted(new Random().nextInt(10_000)));
        String channel = medium().channel();
        return language == null
                ? SurveyMachine.newSession(survey, person, channel)
                : SurveyMachine.newSession(survey, person, channel, language);
    }

    private Turn.Done advance(Survey survey, Session session, Input input) {
        return SurveyMachine.rehearse(survey, session, input, TurnInputs.at(Instant.now(), medium()));
    }

    private Input input(String line) {
        if (!call) {
            return Input.text(line);
        }
        if (line.isEmpty()) {
            return Input.silence();
        }
        return line.matches("[0-9*#]+") ? Input.keys(line) : Input.speech(line, 1);
    }

    private void say(Survey survey, Turn.Done turn, PrintWriter out) {
        Rendering rendering = Rendering.of(survey, turn);
        if (call) {
            rendering.spoken().all().forEach(sentence -> out.println(spoken(sentence)));
        } else {
            rendering.messages().forEach(out::println);
            rendering.pictures().forEach(picture -> out.println("[shows " + picture + "]"));
        }
    }

    private static String spoken(Utterance sentence) {
        List<String> recordings = sentence.media().recordings();
        return sentence.text() + (recordings.isEmpty() ? "" : " [plays " + String.join(" ", recordings) + "]");
    }

    private static void report(Session session, PrintWriter out) {
        out.println();
        out.println(session.disposition() + ", in " + session.language());
        for (Answer answer : session.answers().values()) {
            out.println("  " + answer.question() + ": "
                    + (answer.isGiven() ? answer.value().text() : "(no answer)"));
        }
    }
}
