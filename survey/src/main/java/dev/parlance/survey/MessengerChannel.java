package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.SentText;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Unsent;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A survey over WhatsApp or RCS: options are buttons or a list, and an answer is the tapped option, whatever its title. Typed
 * answers are understood as well. Add the channel, and route its webhook:
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(survey)
 *         .store(store)
 *         .channel(MessengerChannel.whatsApp(account, account.contents()))
 *         .build();
 * router.post("/whatsapp", surveys.webhook("whatsapp"));
 * }</pre>
 *
 * <p>Options that don't fit are numbered, as in a text. Replies with a menu are sent over the API right after the turn is saved;
 * the others are in the webhook's answer.
 */
public final class MessengerChannel implements Channel {
    static final String WHATSAPP = "whatsapp";
    static final String RCS = "rcs";
    static final Abilities ABILITIES = Medium.TEXT.abilities().withPictures().withLocation();
    /** What the button of a reminder reports. */
    static final String CONTINUE = "continue:";

    /** WhatsApp's window. A little less, because a message takes time. */
    private static final Duration WINDOW = Duration.ofHours(24).minusMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Menu.Limits limits;
    private final UnaryOperator<Address> personOf;
    private final Optional<Duration> window;
    private final MessengerSender sender;
    private final TextChannel text;

    private MessengerChannel(
            String name,
            Menu.Limits limits,
            UnaryOperator<Address> personOf,
            Optional<Duration> window,
            MessengerSender sender) {
        this.name = name;
        this.limits = limits;
        this.personOf = personOf;
        this.window = window;
        this.sender = sender;
        this.text = new TextChannel(
                Optional.of(sender.texts()), any -> true, sender.options().webhook(), MessageLimits.MESSENGER);
    }

    /** The channel {@code whatsapp}: up to three options are buttons, up to ten are a list. */
    public static MessengerChannel whatsApp(TextSender sender, ContentStore contents) {
        return new MessengerChannel(
                WHATSAPP,
                Menu.WHATSAPP,
                UnaryOperator.identity(),
                Optional.of(WINDOW),
                MessengerSender.by(sender, contents));
    }

    /**
     * The channel {@code rcs}: up to ten options are buttons. A person is their phone number, so that they can go on by text. The
     * sender must be a messaging service with an RCS sender: where RCS does not reach a phone, it falls back to text with numbers.
     */
    public static MessengerChannel rcs(TextSender sender, ContentStore contents) {
        return new MessengerChannel(
                RCS,
                new Menu.Limits(10, 0),
                address -> Address.of(address.id()),
                Optional.empty(),
                MessengerSender.by(sender, contents));
    }

    private MessengerChannel with(MessengerSender.Options options) {
        return new MessengerChannel(name, limits, personOf, window, sender.with(options));
    }

    /**
     * Returns a channel that sends from this sender, number or messaging service. {@code +15005550100} is short for {@code
     * whatsapp:+15005550100}. Default: the account's sender.
     */
    public MessengerChannel withFrom(String newSender) {
        return with(sender.options().withFrom(inFull(newSender, name)));
    }

    static String inFull(String sender, String channel) {
        return sender.startsWith("+") ? channel + ":" + sender : sender;
    }

    /**
     * Returns a channel that has the status of its messages reported: each is a {@link
     * dev.parlance.survey.session.SurveyEvent.Type#MESSAGE_STATUS}, and what did not arrive is in the session and the results. Twilio
     * calls the webhook up to three times for each message.
     *
     * @param url the public URL of this channel's webhook, without a query
     */
    public MessengerChannel withWebhook(URI url) {
        URI checked = SurveysBuilder.checkedUrl(name, url);
        return withWebhook(() -> checked);
    }

    /** Returns a channel that has the status of its messages reported to a URL that is known only at run time. */
    public MessengerChannel withWebhook(Supplier<URI> url) {
        return with(sender.options().withWebhook(() -> SurveysBuilder.checkedUrl(name, url.get())));
    }

    /** Returns a channel with another clock, for tests. Default: the system's. */
    public MessengerChannel withClock(Clock newClock) {
        return with(sender.options().withClock(newClock));
    }

    /**
     * Returns a channel that does not show "typing" on WhatsApp while a request of the survey takes time. Twilio's typing indicator is
     * not meant for data under HIPAA or PCI.
     */
    public MessengerChannel withoutTyping() {
        return with(sender.options().withoutTyping());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Abilities abilities(Address person) {
        return ABILITIES;
    }

    @Override
    public Incoming read(WebhookRequest request) {
        Incoming incoming = text.read(request);
        Address person = personOf.apply(incoming.person());
        if (incoming instanceof Incoming.DeliveryReport report) {
            return report.of(person);
        }
        return incoming instanceof Incoming.Received received ? read(request, received, person) : incoming;
    }

    private static Incoming read(WebhookRequest request, Incoming.Received received, Address person) {
        String payload = payload(request);
        Optional<MenuTap> tap = MenuTap.parse(payload);
        Input input = payload.equals(CONTINUE)
                ? Input.arrival()
                : tap.<Input>map(one -> Input.choice(one.option()))
                        .or(() -> FlowResponse.in(received.form()))
                        .orElse(received.input());
        Incoming.Received read =
                Incoming.Received.of(person, received.id(), input).withForm(received.form());
        return tap.map(one -> one.addTo(read)).orElse(read);
    }

    /** What was tapped: a button, or an item of a list. */
    private static String payload(WebhookRequest request) {
        return IncomingMessage.of(request)
                .button()
                .map(IncomingMessage.Button::payload)
                .or(() -> request.formParameters().first("ListId"))
                .orElse("");
    }

    /** TwiML, or a list of messages to send: menus, and whatever follows messages that are not sent yet. */
    @Override
    public String render(Rendering rendering) {
        boolean isFirst = SessionState.of(rendering.session())
                .outbox()
                .unsent()
                .messages()
                .isEmpty();
        return Menu.of(rendering, limits).isEmpty() && isFirst ? text.render(rendering) : json(messages(rendering));
    }

    private List<MessengerMessage> messages(Rendering rendering) {
        Optional<URI> status = text.statusUrl(rendering);
        return Menu.of(rendering, limits)
                .map(menu -> MessengerMessage.of(rendering, menu))
                .orElseGet(() -> TextChannel.messages(rendering, MessageLimits.MESSENGER).stream()
                        .map(MessengerMessage::plain)
                        .toList())
                .stream()
                .map(message -> message.withStatus(status))
                .toList();
    }

    private static String json(List<MessengerMessage> messages) {
        try {
            return JSON.writeValueAsString(
                    messages.stream().map(MessengerMessage::toJson).toList());
        } catch (JsonProcessingException e) {
            throw new SurveyException("Could not write messages", e);
        }
    }

    @Override
    public List<String> messages(String document) {
        if (!document.startsWith("[")) {
            return List.of();
        }
        try {
            return List.copyOf(Arrays.asList(JSON.readValue(document, String[].class)));
        } catch (JsonProcessingException e) {
            throw new SurveyException("A reply in the store can't be read", e);
        }
    }

    @Override
    public WebhookResponse answer(String document) {
        return text.answer(document.startsWith("[") ? "" : document);
    }

    @Override
    public String send(Address person, String message) {
        return sender.send(person, MessengerMessage.fromJson(message));
    }

    /** Whether the person has written within the window. */
    private boolean isOpen(Rendering rendering) {
        Unsent messages = SessionState.of(rendering.session()).outbox().unsent();
        return window.isEmpty()
                || messages.isHeardWithin(window.get(), sender.options().clock().instant());
    }

    /** Twilio lists a message to a phone number that RCS has reached under its address on RCS. */
    @Override
    public Optional<List<String>> sentTo(Address person, Instant since) {
        List<SentText> texts = new ArrayList<>();
        for (Address address : new LinkedHashSet<>(List.of(new Address(name, person.id()), person))) {
            Optional<List<SentText>> sent = sender.texts().sentTo(address, since);
            if (sent.isEmpty()) {
                return Optional.empty();
            }
            texts.addAll(sent.get());
        }
        return Optional.of(texts.stream()
                .sorted(Comparator.comparing(SentText::at).reversed())
                .map(SentText::sid)
                .toList());
    }

    @Override
    public void showTyping(Address person, String message) {
        if (sender.options().showsTyping()) {
            sender.texts().showTyping(person, message);
        }
    }

    @Override
    public Optional<Duration> window() {
        return window;
    }

    @Override
    public boolean canContact(Address person) {
        return true;
    }

    @Override
    public void send(Rendering rendering) {
        Address person = rendering.session().respondent();
        if (!isOpen(rendering)) {
            sender.sendTemplate(rendering, text.statusUrl(rendering));
            return;
        }
        boolean isFirst = true;
        for (MessengerMessage message : messages(rendering)) {
            try {
                sender.send(person, message);
            } catch (OutboundException e) {
                throw isFirst ? e : new OutboundException(Reason.UNKNOWN, "Only a part was sent", e);
            }
            isFirst = false;
        }
    }
}
