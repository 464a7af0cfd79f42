package dev.parlance.quarkus.runtime;

import dev.parlance.settings.Secret;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** The properties that can change when the application starts. */
@ConfigMapping(prefix = "parlance")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface ParlanceConfig {
    /** The account. */
    Twilio twilio();

    /** The URL at which Twilio reaches this application, such as https://hooks.example.com. */
    Optional<URI> publicUrl();

    /** Which webhooks are accepted. */
    Webhooks webhooks();

    /** The surveys. */
    Surveys surveys();

    /** A Twilio account. */
    interface Twilio {
        /** The account's SID. Default: TWILIO_ACCOUNT_SID. */
        Optional<String> accountSid();

        /** The account's auth token, which also verifies webhooks. Default: TWILIO_AUTH_TOKEN. */
        Optional<Secret> authToken();

        /** The SID of an API key, used for requests instead of the auth token. Default: TWILIO_API_KEY. */
        Optional<String> apiKey();

        /** The secret of the API key. Default: TWILIO_API_SECRET. */
        Optional<Secret> apiSecret();

        /** The number for calls, and for texts if there is no messaging service. Default: TWILIO_PHONE_NUMBER. */
        Optional<String> phoneNumber();

        /** The messaging service or number for texts. Default: TWILIO_MESSAGE_SERVICE. */
        Optional<String> messagingService();

        /** The TwiML application for calls from a browser. Default: TWILIO_APP_SID. */
        Optional<String> applicationSid();

        /** The region of the account, such as ie1. Default: TWILIO_REGION. */
        Optional<String> region();

        /** The edge that requests go through, such as dublin. Default: TWILIO_EDGE. */
        Optional<String> edge();

        /** The base URL of a server in Twilio's place. */
        Optional<URI> baseUrl();
    }

    /** Which webhooks are accepted. */
    interface Webhooks {
        /** The addresses or ranges of proxies whose headers name the public URL. */
        Optional<List<String>> trustedProxies();

        /** The allowed methods. */
        @WithDefault("POST")
        List<String> methods();

        /** Whether to look for the URL that a wrong signature belongs to, and log it. */
        @WithDefault("false")
        boolean diagnosis();
    }

    /** How surveys run. */
    interface Surveys {
        /** The senders on WhatsApp and RCS, by the name of a survey or a desk. */
        @ConfigDocMapKey("name")
        Map<String, Messengers> messengers();

        /** How often reminders, expiry and postponed contacts are checked. */
        @WithDefault("1m")
        Duration dueInterval();

        /** The pause between two looks for people whom a campaign contacts. */
        @WithDefault("1s")
        Duration campaignInterval();

        /** How campaigns contact people, by channel: text, voice, whatsapp, rcs. */
        @ConfigDocMapKey("channel")
        Map<String, Campaigns> campaigns();

        /** The time zone in which a day of the campaigns' daily limits starts. */
        @WithDefault("UTC")
        ZoneId campaignZone();

        /** The file for the surveys' data. Needs parlance-survey-jdbc. */
        Optional<Path> sqlite();

        /** Whether to keep the surveys' data in memory: everything is lost when the application stops. */
        @WithDefault("false")
        boolean inMemory();

        /**
         * Whether Twilio reports if texts were delivered, as events and in results. It then calls the text webhook two or three times
         * for each text.
         */
        @WithDefault("false")
        boolean messageStatus();

        /** Whether listeners run after the reply, in threads of their own, not before it. */
        @WithDefault("true")
        boolean listenersAfterReply();
    }

    /** The senders of a survey or a desk on messengers. */
    interface Messengers {
        /** The sender on WhatsApp, such as +15005550100; its webhook is /surveys/NAME/whatsapp. */
        Optional<String> whatsapp();

        /** The messaging service with a sender on RCS; its webhook is /surveys/NAME/rcs. */
        Optional<String> rcs();
    }

    /** How campaigns contact people on a channel, if they are created without a pace or hours. */
    interface Campaigns {
        /** How many people a second. */
        OptionalDouble perSecond();

        /** The name of the sender, if the store is used with several. Needs per-second. */
        Optional<String> sender();

        /** How many people a day in total. Default: no limit. */
        OptionalInt perDay();

        /** How many people a day through one sender. Default: no limit. */
        OptionalInt perDayAndSender();

        /** The hours in each person's time zone, such as 10:00-20:00. */
        Optional<String> hours();

        /** The days of the week. Default: every day. */
        Optional<Set<DayOfWeek>> days();
    }
}
