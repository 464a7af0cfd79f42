package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.ApplicationSocket;
import dev.parlance.fake.twilio.world.ApplicationSockets.NoSocketException;
import dev.parlance.fake.twilio.world.ApplicationSockets.Problem;
import dev.parlance.fake.twilio.world.Hook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connects the person with a program of the application that reads and writes text. It ends with the program, or with the call. */
final class ConversationRelay implements InputHandler, ApplicationSocket.Listener {
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final int POLICY_VIOLATION = 1008;
    private static final String SPEECH = "speech";
    private static final String KEYS = "dtmf";

    private final Leg leg;
    private final RelaySettings settings;
    private final Hook action;
    private final String sessionId;
    private final RelayCommands commands;
    private final AgentSpeech agent;
    private final Instant start;
    private @Nullable ApplicationSocket socket;
    private boolean over;

    ConversationRelay(Leg leg, Verb connect, Verb noun) {
        this.leg = leg;
        this.settings = new RelaySettings(noun);
        this.action = Hook.of(connect.attribute("action").map(leg::absolute).orElse(""), connect.method("method"));
        this.sessionId = leg.world().sids().next("VX");
        this.start = leg.world().clock().instant();
        this.agent = new AgentSpeech(leg.world().clock());
        this.commands = new RelayCommands(leg, settings, agent, this);
    }

    void begin() {
        leg.waitFor(this);
        leg.onEnd(this::callEnded);
        ApplicationSocket opened;
        try {
            opened = leg.world().sockets().open(leg.token(), settings.url(), this);
        } catch (NoSocketException e) {
            int code = e.problem() == Problem.INVALID_URL ? 64102 : 39001;
            String message = "Network connection to WebSocket server failed.";
            leg.world().alert(code, e.message());
            finish("failed", "ErrorCode", Integer.toString(code), "ErrorMessage", message);
            return;
        }
        socket = opened;
        leg.addLanguage(settings.transcriptionLanguage());
        opened.send(RelayMessages.setup(sessionId, leg.call(), settings.parameters()));
        if (!settings.greeting().isBlank()) {
            commands.say(settings.greeting(), settings.ttsLanguage(), settings.greetingInterruptible());
        }
    }

    @Override
    public void listen() {
        leg.pass(agent.remaining());
    }

    @Override
    public boolean speaksUnasked() {
        return true;
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        if (!text.isBlank() && reaches(SPEECH, early)) {
            if (settings.sendsPartialPrompts()) {
                sendPartialPrompts(text);
            }
            send(RelayMessages.prompt(text, settings.transcriptionLanguage(), true));
        }
    }

    /** Each has one word more. */
    private void sendPartialPrompts(String text) {
        for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
            send(RelayMessages.prompt(text.substring(0, space), settings.transcriptionLanguage(), false));
        }
    }

    @Override
    public void keys(String keys, boolean early) {
        if (settings.detectsKeys() && reaches(KEYS, early)) {
            keys.chars().forEach(key -> send(RelayMessages.dtmf(Character.toString(key))));
        }
    }

    /** Whether the program gets this input. Interrupts the program, if it speaks and that is allowed. */
    private boolean reaches(String input, boolean early) {
        if (!early || !agent.isSpeaking()) {
            return true;
        }
        if (agent.isInterruptibleBy(input)) {
            commands.flush();
            send(RelayMessages.interrupt(agent.interrupt()));
            return true;
        }
        return settings.reportsDuringSpeech(input);
    }

    @Override
    public void silence() {
        leg.pass(SILENCE);
    }

    @Override
    public void received(String message) {
        leg.perform(() -> {
            if (leg.isWaitingFor(this)) {
                commands.execute(message);
            }
        });
    }

    @Override
    public void closedByApplication(int code) {
        leg.perform(() -> {
            if (leg.isWaitingFor(this)) {
                leg.world().alert(64105, "WebSocket ended: the application closed it with the code " + code);
                finish("failed", "ErrorCode", "64105", "ErrorMessage", "WebSocket Ended");
            }
        });
    }

    /** Reports an invalid message. */
    void invalid(String message) {
        leg.world().alert(64107, "Invalid message received: " + message);
        send(RelayMessages.error("Invalid message received: " + message));
    }

    /** Ends the session because the program sent too many invalid messages. */
    void giveUp() {
        String why = "Too many consecutive malformed messages";
        leg.world().alert(64105, why);
        close(POLICY_VIOLATION, why); // Java's WebSocket can't send Twilio's 1007
        finish("failed", "ErrorCode", "64105", "ErrorMessage", why);
    }

    /** Ends the session on the program's request. */
    void endedByProgram(@Nullable String handoffData) {
        close(ApplicationSocket.NORMAL, "Closing websocket session");
        if (handoffData == null) {
            finish("ended");
        } else {
            finish("ended", "HandoffData", handoffData);
        }
    }

    private void finish(String status, String... more) {
        over = true;
        if (action.url().isEmpty()) {
            leg.proceed();
        } else {
            leg.goTo(action, results(status, more));
        }
    }

    private String[] results(String status, String... more) {
        long seconds = Duration.between(start, leg.world().clock().instant()).toSeconds();
        List<String> results = new ArrayList<>(
                List.of("SessionId", sessionId, "SessionStatus", status, "SessionDuration", Long.toString(seconds)));
        results.addAll(List.of(more));
        return results.toArray(String[]::new);
    }

    private void callEnded() {
        if (over) {
            return;
        }
        over = true;
        close(ApplicationSocket.NORMAL, "Closing websocket session");
        if (!action.url().isEmpty()) {
            var parameters = leg.form().with(results("completed"));
            leg.world().background().later(() -> leg.form().send(action.url(), action.method(), parameters));
        }
    }

    @Override
    public void abandoned() {
        over = true;
        close(ApplicationSocket.NORMAL, "Closing websocket session");
    }

    private void send(String message) {
        ApplicationSocket open = socket;
        if (open != null) {
            open.send(message);
        }
    }

    private void close(int code, String reason) {
        ApplicationSocket open = socket;
        if (open != null) {
            open.close(code, reason);
        }
    }

    @Override
    public String toString() {
        return "connected with ConversationRelay";
    }
}
