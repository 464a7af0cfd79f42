package dev.parlance.tools;

import dev.parlance.Address;
import dev.parlance.editor.Rehearsal;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
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
        Rehearsal rehearsal = new Rehearsal(survey, person(), call, language);
        Rendering turn = rehearsal.begin();
        while (true) {
            say(turn, out);
            if (rehearsal.session().isOver()) {
                break;
            }
            out.print("> ");
            out.flush();
            String line = in.readLine();
            if (line == null) {
                out.println();
                break;
            }
            turn = rehearsal.say(line.strip());
        }
        report(rehearsal.session(), out);
        return 0;
    }

    /** A random person, so that each try has another random order. */
    private static Address person() {
        return Address.of("+1500555%04d".formatted(new Random().nextInt(10_000)));
    }

    private void say(Rendering rendering, PrintWriter out) {
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
