package dev.parlance.survey.jdbc;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An application with a survey in a separate process, so that it can be killed. */
final class Node implements AutoCloseable {
    static final int QUESTIONS = 6;

    private final Process process;
    private final String url;

    private Node(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Survey survey() {
        Map<String, String> prompts = new LinkedHashMap<>();
        Question[] questions = new Question[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            prompts.put("q" + i, "Question " + i + "?");
            questions[i] = Question.text("q" + i);
        }
        return Survey.builder("faults")
                .prompts(Prompts.of(Map.of("en", prompts)))
                .opening(OpeningStyle.GUESS)
                .ask(questions)
                .build();
    }

    static JdbcDocuments store(String url) {
        return url.startsWith("jdbc:") ? Postgres.open(url) : JdbcDocuments.sqlite(Path.of(url));
    }

    /** Answers texts until the process is killed. */
    public static void main(String[] args) throws IOException {
        Surveys surveys = Surveys.builder(survey())
                .store(store(args[0]))
                .on(SurveyEvent.Type.COMPLETED, event -> {})
                .listenerExecutor(Runnable::run)
                .build();
        WebhookServer server = WebhookServer.start(0, Router.create().post("/sms", surveys.textWebhook()));
        System.out.println("port " + server.port());
        // The parent process holds the other end; when it ends, this process ends too.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    static Node start(String store) {
        try {
            Process process = JavaProcess.start(Node.class, store);
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            while (line != null && !line.startsWith("port ")) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The node did not start");
            }
            return new Node(process, "http://127.0.0.1:" + line.substring("port ".length()) + "/sms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    /** Sends SIGKILL. */
    @Override
    public void close() {
        JavaProcess.kill(process);
    }
}
