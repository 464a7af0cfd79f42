package dev.parlance.quarkus.runtime;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties that are fixed when the application is built. */
@ConfigMapping(prefix = "parlance")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface ParlanceBuildConfig {
    /** Where the prompts are. */
    Prompts prompts();

    /** Where the surveys are. */
    Surveys surveys();

    /** The fake in Twilio's place. */
    Devservices devservices();

    /** Where the prompts are. */
    interface Prompts {
        /** The folder on the class path with a file for each language. If it exists, there is a bean of the type Prompts. */
        @WithDefault("prompts")
        String location();
    }

    /** Where the surveys are. */
    interface Surveys {
        /** The folder on the class path: each folder below it that has a survey.json is a survey. */
        @WithDefault("surveys")
        String location();

        /** The path below which the surveys' webhooks are: /surveys/NAME/text and /surveys/NAME/voice; files are at /surveys/NAME/media. */
        @WithDefault("/surveys")
        String path();

        /** Numbers that several surveys share, by name; their webhooks are /surveys/DESK/text and /surveys/DESK/voice. */
        Map<String, Desk> desks();
    }

    /** Several surveys on one number. */
    interface Desk {
        /** The folders of the surveys; where several are possible, the first one comes first. */
        Optional<List<String>> surveys();

        /** The survey for people who were not invited and use no keyword. */
        Optional<String> fallback();

        /** The survey that asks these people which one they want: its last question has the names of surveys as options. */
        Optional<String> menu();
    }

    /** The fake in Twilio's place. */
    interface Devservices {
        /** Whether the fake answers for Twilio in development and in tests if there is no account. */
        @WithDefault("true")
        boolean enabled();

        /** The port of the page with phones, in development. 0 picks a free one. */
        @WithDefault("8025")
        int simulatorPort();
    }
}
