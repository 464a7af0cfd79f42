package dev.parlance.account;

import static java.util.Objects.requireNonNull;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.ApplicationUpdater;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.ServiceUpdater;
import dev.parlance.Address;
import dev.parlance.account.WebhookSetting.ApplicationUrls;
import dev.parlance.account.WebhookSetting.NumberUrls;
import dev.parlance.account.WebhookSetting.Precedence;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Points phone numbers, messaging services and TwiML applications at your application's URLs, and restores them.
 *
 * <pre>{@code
 * WebhookTarget number = WebhookTarget.of("+15005550100"); // or a SID: MG…, AP…, PN…
 * WebhookSetting before = account.webhooks().setUrl(number, WebhookType.TEXTS, URI.create("https://app.example/sms"));
 *
 * account.webhooks().set(before);
 * }</pre>
 *
 * <p>At Twilio, an application takes precedence over a number's URLs, and a messaging service can use the URLs of its numbers.
 * Setting the URL for texts or calls removes that. Other settings of the target stay as they are. Thread-safe.
 */
public final class Webhooks {
    private final TwilioApi api;

    Webhooks(TwilioApi api) {
        this.api = api;
    }

    /**
     * Returns what is called now.
     *
     * @throws AccountException if the account has no such number, service or application, or if it has no such webhook
     */
    public WebhookSetting get(WebhookTarget target, WebhookType type) {
        return switch (target.kind()) {
            case NUMBER, NUMBER_SID -> ofNumber(target, type, number(target));
            case MESSAGING_SERVICE -> ofService(target, type);
            case APPLICATION -> ofApplication(target, type);
        };
    }

    /**
     * Sets the URL to call with POST.
     *
     * @return the previous setting, so that you can {@linkplain #set restore} it
     * @throws AccountException if the account has no such number, service or application, or if it has no such webhook
     */
    public WebhookSetting setUrl(WebhookTarget target, WebhookType type, URI url) {
        return set(WebhookSetting.none(target, type).withUrl(url));
    }

    /**
     * Sets a webhook, for example to restore a previous one. A setting without a webhook removes it.
     *
     * @return the previous setting
     * @throws AccountException if the account has no such number, service or application, or if it has no such webhook
     */
    public WebhookSetting set(WebhookSetting setting) {
        return switch (setting.target().kind()) {
            case NUMBER, NUMBER_SID -> setNumber(setting);
            case MESSAGING_SERVICE -> setService(setting);
            case APPLICATION -> setApplication(setting);
        };
    }

    private IncomingPhoneNumber number(WebhookTarget target) {
        if (target.kind() == WebhookTarget.Kind.NUMBER_SID) {
            return api.read(
                    "a number",
                    client -> IncomingPhoneNumber.fetcher(target.id()).fetch(client));
        }
        Address number = Address.of(target.id());
        return OwnedNumbers.find(api, number)
                .orElseThrow(() -> AccountException.notSent(
                        "The account does not own " + number + ": compare it with the console"));
    }

    static WebhookSetting ofNumber(WebhookTarget target, WebhookType type, IncomingPhoneNumber number) {
        return switch (type) {
            case TEXTS ->
                setting(target, type, number.getSmsUrl(), number.getSmsMethod(), number.getSmsApplicationSid());
            case FAILED_TEXTS -> setting(target, type, number.getSmsFallbackUrl(), number.getSmsFallbackMethod());
            case CALLS ->
                setting(target, type, number.getVoiceUrl(), number.getVoiceMethod(), number.getVoiceApplicationSid());
            case FAILED_CALLS -> setting(target, type, number.getVoiceFallbackUrl(), number.getVoiceFallbackMethod());
            case ENDED_CALLS -> setting(target, type, number.getStatusCallback(), number.getStatusCallbackMethod());
        };
    }

    private WebhookSetting setNumber(WebhookSetting to) {
        IncomingPhoneNumber number = number(to.target());
        IncomingPhoneNumberUpdater request = IncomingPhoneNumber.updater(requireNonNull(number.getSid()));
        switch (to.type()) {
            case TEXTS -> request.setSmsUrl(url(to)).setSmsMethod(method(to)).setSmsApplicationSid(application(to));
            case FAILED_TEXTS -> request.setSmsFallbackUrl(url(to)).setSmsFallbackMethod(method(to));
            case CALLS ->
                request.setVoiceUrl(url(to)).setVoiceMethod(method(to)).setVoiceApplicationSid(application(to));
            case FAILED_CALLS -> request.setVoiceFallbackUrl(url(to)).setVoiceFallbackMethod(method(to));
            case ENDED_CALLS -> request.setStatusCallback(url(to)).setStatusCallbackMethod(method(to));
        }
        api.change("the webhooks of a number", request::update);
        return ofNumber(to.target(), to.type(), number);
    }

    private WebhookSetting ofService(WebhookTarget target, WebhookType type) {
        Service service = api.read(
                "a messaging service", client -> Service.fetcher(target.id()).fetch(client));
        return switch (type) {
            case TEXTS -> {
                WebhookSetting setting =
                        setting(target, type, service.getInboundRequestUrl(), service.getInboundMethod());
                yield Boolean.TRUE.equals(service.getUseInboundWebhookOnNumber())
                        ? setting.withPrecedence(new NumberUrls())
                        : setting;
            }
            case FAILED_TEXTS -> setting(target, type, service.getFallbackUrl(), service.getFallbackMethod());
            case CALLS, FAILED_CALLS, ENDED_CALLS -> throw onlyTexts();
        };
    }

    private WebhookSetting setService(WebhookSetting to) {
        WebhookSetting before = ofService(to.target(), to.type());
        ServiceUpdater request = Service.updater(to.target().id());
        switch (to.type()) {
            case TEXTS ->
                request.setInboundRequestUrl(url(to))
                        .setInboundMethod(method(to))
                        .setUseInboundWebhookOnNumber(to.precedence().isPresent());
            case FAILED_TEXTS -> request.setFallbackUrl(url(to)).setFallbackMethod(method(to));
            case CALLS, FAILED_CALLS, ENDED_CALLS -> throw onlyTexts();
        }
        api.change("the webhooks of a messaging service", request::update);
        return before;
    }

    private static AccountException onlyTexts() {
        return AccountException.notSent("A messaging service receives only texts: for calls, point a number at a URL");
    }

    private WebhookSetting ofApplication(WebhookTarget target, WebhookType type) {
        Application application = api.read(
                "an application", client -> Application.fetcher(target.id()).fetch(client));
        return switch (type) {
            case TEXTS -> setting(target, type, application.getSmsUrl(), application.getSmsMethod());
            case FAILED_TEXTS ->
                setting(target, type, application.getSmsFallbackUrl(), application.getSmsFallbackMethod());
            case CALLS -> setting(target, type, application.getVoiceUrl(), application.getVoiceMethod());
            case FAILED_CALLS ->
                setting(target, type, application.getVoiceFallbackUrl(), application.getVoiceFallbackMethod());
            case ENDED_CALLS ->
                setting(target, type, application.getStatusCallback(), application.getStatusCallbackMethod());
        };
    }

    private WebhookSetting setApplication(WebhookSetting to) {
        WebhookSetting before = ofApplication(to.target(), to.type());
        ApplicationUpdater request = Application.updater(to.target().id());
        switch (to.type()) {
            case TEXTS -> request.setSmsUrl(url(to)).setSmsMethod(method(to));
            case FAILED_TEXTS -> request.setSmsFallbackUrl(url(to)).setSmsFallbackMethod(method(to));
            case CALLS -> request.setVoiceUrl(url(to)).setVoiceMethod(method(to));
            case FAILED_CALLS -> request.setVoiceFallbackUrl(url(to)).setVoiceFallbackMethod(method(to));
            case ENDED_CALLS -> request.setStatusCallback(url(to)).setStatusCallbackMethod(method(to));
        }
        api.change("the webhooks of an application", request::update);
        return before;
    }

    private static WebhookSetting setting(
            WebhookTarget target, WebhookType type, @Nullable URI url, @Nullable HttpMethod method) {
        return new WebhookSetting(target, type, Webhook.of(url, method), Optional.empty());
    }

    private static WebhookSetting setting(
            WebhookTarget target,
            WebhookType type,
            @Nullable URI url,
            @Nullable HttpMethod method,
            @Nullable String applicationSid) {
        Optional<Precedence> application = Optional.ofNullable(applicationSid)
                .filter(sid -> !sid.isBlank())
                .map(ApplicationUrls::new);
        return new WebhookSetting(target, type, Webhook.of(url, method), application);
    }

    private static String url(WebhookSetting to) {
        return to.webhook().map(it -> it.url().toString()).orElse("");
    }

    private static HttpMethod method(WebhookSetting to) {
        return to.webhook().map(Webhook::twilioMethod).orElse(HttpMethod.POST);
    }

    private static String application(WebhookSetting to) {
        return to.precedence().map(Precedence::toString).orElse("");
    }
}
