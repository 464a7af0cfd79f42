package dev.parlance.account;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.messaging.v1.Service;
import java.net.URI;
import java.util.Optional;

/**
 * Points phone numbers, messaging services and TwiML applications at your application's URLs, and restores them.
 *
 * <pre>{@code
 * Wired before = account.wiring().point("+15005550100", Hook.TEXTS, URI.create("https://app.example/sms"));
 * account.wiring().point("MG00000000000000000000000000000000", Hook.TEXTS, URI.create("https://app.example/sms"));
 * …
 * account.wiring().set(before);
 * }</pre>
 *
 * <p>Concurrent changes by another program are lost, because Twilio has no compare-and-set. Thread-safe.
 */
public final class Wiring {
    private static final String SERVICE = "MG";
    private static final String APPLICATION = "AP";

    private final TwilioApi api;
    private final OwnedNumbers numbers;

    Wiring(TwilioApi api, OwnedNumbers numbers) {
        this.api = api;
        this.numbers = numbers;
    }

    /**
     * Returns what is called now.
     *
     * @throws AccountException if the account has no such number, service or application
     */
    public Wired look(String target, Hook hook) {
        if (target.startsWith(SERVICE)) {
            return ofService(target, hook);
        }
        return target.startsWith(APPLICATION) ? ofApplication(target, hook) : ofNumber(target, hook, webhooks(target));
    }

    /**
     * Sets the URL to call with POST.
     *
     * @return what was called before, so that you can {@linkplain #set restore} it
     * @throws AccountException if the account has no such number, service or application
     */
    public Wired point(String target, Hook hook, URI url) {
        Wired before = look(target, hook);
        set(before.asking(url));
        return before;
    }

    /** Sets a webhook, for example to restore a previous one. */
    public void set(Wired to) {
        if (to.target().startsWith(SERVICE)) {
            setService(to);
        } else if (to.target().startsWith(APPLICATION)) {
            setApplication(to);
        } else {
            numbers.changeWebhooks(to.target(), now -> withHook(now, to));
        }
    }

    private NumberWebhooks webhooks(String number) {
        return numbers.require(number).webhooks();
    }

    private static Wired ofNumber(String target, Hook hook, NumberWebhooks webhooks) {
        return hook == Hook.TEXTS
                ? new Wired(target, hook, webhooks.sms(), webhooks.smsApplication())
                : new Wired(target, hook, webhooks.voice(), webhooks.voiceApplication());
    }

    private static NumberWebhooks withHook(NumberWebhooks now, Wired to) {
        boolean texts = to.hook() == Hook.TEXTS;
        return new NumberWebhooks(
                texts ? to.webhook() : now.sms(),
                now.smsFallback(),
                texts ? to.instead() : now.smsApplication(),
                texts ? now.voice() : to.webhook(),
                now.voiceFallback(),
                texts ? now.voiceApplication() : to.instead(),
                now.statusCallback());
    }

    private Wired ofService(String sid, Hook hook) {
        Sid.check(sid, SERVICE);
        if (hook == Hook.CALLS) {
            throw AccountException.notSent(
                    "A messaging service receives only texts: for calls, point a number at a URL");
        }
        Service service =
                api.read("a messaging service", client -> Service.fetcher(sid).fetch(client));
        boolean byNumber = Boolean.TRUE.equals(service.getUseInboundWebhookOnNumber());
        return new Wired(
                sid,
                hook,
                Webhook.of(service.getInboundRequestUrl(), service.getInboundMethod()),
                Optional.of(Wired.NUMBERS).filter(numbers -> byNumber));
    }

    private void setService(Wired to) {
        api.change(
                "the webhook of a messaging service",
                client -> Service.updater(to.target())
                        .setInboundRequestUrl(url(to))
                        .setInboundMethod(method(to))
                        .setUseInboundWebhookOnNumber(to.instead().isPresent())
                        .update(client));
    }

    private Wired ofApplication(String sid, Hook hook) {
        Sid.check(sid, APPLICATION);
        Application application =
                api.read("an application", client -> Application.fetcher(sid).fetch(client));
        Optional<Webhook> webhook = hook == Hook.TEXTS
                ? Webhook.of(application.getSmsUrl(), application.getSmsMethod())
                : Webhook.of(application.getVoiceUrl(), application.getVoiceMethod());
        return new Wired(sid, hook, webhook, Optional.empty());
    }

    private void setApplication(Wired to) {
        var request = Application.updater(to.target());
        if (to.hook() == Hook.TEXTS) {
            request.setSmsUrl(url(to)).setSmsMethod(method(to));
        } else {
            request.setVoiceUrl(url(to)).setVoiceMethod(method(to));
        }
        api.change("the webhooks of an application", request::update);
    }

    private static String url(Wired to) {
        return to.webhook().map(it -> it.url().toString()).orElse("");
    }

    private static HttpMethod method(Wired to) {
        return to.webhook().map(Webhook::httpMethod).orElse(HttpMethod.POST);
    }
}
