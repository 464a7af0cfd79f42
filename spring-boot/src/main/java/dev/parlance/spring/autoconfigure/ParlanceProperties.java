package dev.parlance.spring.autoconfigure;

import dev.parlance.settings.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of Parlance.
 *
 * @param twilio the account
 * @param accounts further accounts by name; inject one as a TwilioAccount with this name as the qualifier
 * @param publicUrl the URL at which Twilio reaches this application, such as https://hooks.example.com
 * @param webhooks which webhooks are accepted
 * @param surveys the surveys
 */
@ConfigurationProperties("parlance")
record ParlanceProperties(
        @DefaultValue Twilio twilio,
        @DefaultValue Map<String, Twilio> accounts,
        @Nullable URI publicUrl,
        @DefaultValue Webhooks webhooks,
        @DefaultValue Surveys surveys) {
    /**
     * A Twilio account.
     *
     * @param accountSid the account's SID
     * @param authToken the account's auth token, which also verifies webhooks
     * @param apiKey the SID of an API key, used for requests instead of the auth token
     * @param apiSecret the secret of the API key
     * @param phoneNumber the number for calls, and for texts if there is no messaging service
     * @param messagingService the messaging service or number for texts
     * @param applicationSid the TwiML application for calls from a browser
     * @param region the region of the account, such as ie1
     * @param edge the edge that requests go through, such as dublin
     */
    record Twilio(
            @Nullable String accountSid,
            @Nullable Secret authToken,
            @Nullable String apiKey,
            @Nullable Secret apiSecret,
            @Nullable String phoneNumber,
            @Nullable String messagingService,
            @Nullable String applicationSid,
            @Nullable String region,
            @Nullable String edge) {}

    /**
     * Which webhooks are accepted.
     *
     * @param trustedProxies the addresses or ranges of proxies whose headers name the public URL
     * @param methods the allowed methods
     * @param diagnosis whether to look for the URL that a wrong signature belongs to, and log it
     */
    record Webhooks(
            @DefaultValue List<String> trustedProxies,
            @DefaultValue("POST") List<String> methods,
            @DefaultValue("false") boolean diagnosis) {}

    /**
     * The surveys.
     *
     * @param location the folder of the surveys: each folder below it that has a survey.json is a survey
     * @param path the path below which the surveys' webhooks are: /surveys/NAME/text and /surveys/NAME/voice; recordings
     *     and pictures are at /surveys/NAME/media
     * @param desks numbers that several surveys share, by name; their webhooks are /surveys/DESK/text and /surveys/DESK/voice
     * @param messengers the senders on WhatsApp and RCS, by the name of a survey or a desk
     * @param dueInterval how often reminders, expiry and postponed contacts are checked
     * @param campaignInterval the pause between two looks for people whom a campaign contacts
     * @param campaigns how campaigns contact people, by channel: text, voice, whatsapp, rcs
     * @param sqlite the file for the surveys' data, if there is no DataSource
     * @param inMemory whether to keep the surveys' data in memory: everything is lost when the application stops
     * @param messageStatus whether Twilio reports if texts were delivered, as events and in results; it then calls the text webhook
     *     two or three times for each text
     * @param listenersAfterReply whether listeners run after the reply, in threads of their own, not before it
     */
    record Surveys(
            @DefaultValue("classpath:surveys/") String location,
            @DefaultValue("/surveys") String path,
            @DefaultValue Map<String, DeskProperties> desks,
            @DefaultValue Map<String, MessengerProperties> messengers,
            @DefaultValue("1m") Duration dueInterval,
            @DefaultValue("1s") Duration campaignInterval,
            @DefaultValue Map<String, CampaignProperties> campaigns,
            @Nullable Path sqlite,
            @DefaultValue("false") boolean inMemory,
            @DefaultValue("false") boolean messageStatus,
            @DefaultValue("true") boolean listenersAfterReply) {}
}
