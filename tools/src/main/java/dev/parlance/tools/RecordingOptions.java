package dev.parlance.tools;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.replay.PassThrough;
import dev.parlance.fake.twilio.replay.Recorder;
import dev.parlance.fake.twilio.replay.Recording;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that record the real API, or replay a recording. */
final class RecordingOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description =
                    "Send the application's API requests on to the real Twilio, and record the answers in this file, masked."
                            + " The application uses its own TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN. Texts and calls are"
                            + " real and cost money.")
    private @Nullable Path record;

    @Option(
            names = "--to",
            paramLabel = "HOST",
            description = "With --record: a host that requests may go to, such as api.twilio.com. Repeatable.")
    private List<String> hosts = List.of();

    @Option(names = "--at", hidden = true, description = "With --record: another fake on this machine.")
    private @Nullable URI at;

    @Option(names = "--replay", paramLabel = "FILE", description = "Answer API requests from this recording.")
    private @Nullable Path replay;

    boolean isRecording() {
        return record != null;
    }

    void applyTo(FakeTwilio twilio) {
        if (record != null && replay != null) {
            throw problem("--record and --replay exclude each other.");
        }
        if ((record == null) != hosts.isEmpty()) {
            throw problem("--record needs --to with a host such as api.twilio.com, and --to needs --record.");
        }
        if (replay != null) {
            twilio.replay(Recording.load(replay));
        }
        if (record != null) {
            Recorder recorder = twilio.record(passThrough(record));
            Runtime.getRuntime().addShutdownHook(new Thread(recorder::close)); // or Ctrl-C would lose the recording
        }
    }

    private PassThrough passThrough(Path file) {
        try {
            PassThrough settings = PassThrough.to(hosts.toArray(String[]::new)).savedTo(file);
            return at == null ? settings : settings.at(at);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ParameterException problem(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
