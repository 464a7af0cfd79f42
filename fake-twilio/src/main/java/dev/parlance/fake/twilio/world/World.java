package dev.parlance.fake.twilio.world;

import dev.parlance.fake.MovableClock;
import dev.parlance.fake.internal.Background;
import dev.parlance.fake.internal.Timeline;
import dev.parlance.fake.internal.Transport;
import dev.parlance.fake.twilio.content.Interactive;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.webhook.Parameters;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The complete state of a fake. Each test gets a new world, which starts with what was set up for all tests. */
public final class World implements AutoCloseable {
    /** The initial time in every world. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final MovableClock clock = MovableClock.at(START);
    private final Timeline timeline = new Timeline(clock);
    private final Background background = new Background();
    private final Sids sids = new Sids();
    private final Retention retention = new Retention();
    private final Journal log = new Journal(clock, retention);
    private final Faults faults = new Faults();
    private final Supplier<String> apiUrl;
    private final WebhookSender webhooks;
    private final ApplicationSockets sockets;
    private final Accounts accounts;
    private final Owned owned = new Owned(sids, clock, retention);
    private final Resources resources = new Resources(retention);
    private final OptOuts optOuts = new OptOuts();
    private final Phonebook<Handset> handsets = new Phonebook<>(Handset::new);
    private final Deque<Handset> textOrder = new ArrayDeque<>();
    private final Recent<Cookies> cookies = new Recent<>(retention);
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Deque<Alert> alerts = new ArrayDeque<>();
    private final Map<String, List<FlowStep>> flows = new ConcurrentHashMap<>();
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final Map<String, Interactive> interactives = new ConcurrentHashMap<>();
    private volatile boolean needsCampaigns;
    private final List<Consumer<Alert>> alertListeners = new CopyOnWriteArrayList<>();
    private final List<Held> held = new ArrayList<>();

    /**
     * A world with one account that owns nothing.
     *
     * @param apiUrl the URL of the fake's API
     * @param accountSid the account's SID
     * @param authToken the account's auth token
     */
    public World(Transport transport, Supplier<String> apiUrl, String accountSid, String authToken) {
        this.apiUrl = apiUrl;
        webhooks = new WebhookSender(transport, faults, log, timeline);
        sockets = new ApplicationSockets(transport, log);
        accounts = new Accounts(
                new Shelf("accounts", Template.of("account", "AC", Dates.RFC_2822), sids, clock, retention),
                accountSid,
                authToken);
        forgetContents();
    }

    /** Creates a new world with the same setup as this one. */
    public World copyOfSetup(Transport transport) {
        World world = new World(transport, apiUrl, accounts.main(), accounts.token(accounts.main()));
        world.sids.continueFrom(sids);
        world.retention.set(retention.limit());
        accounts.copyTo(world.accounts);
        owned.copySetUpTo(world.owned);
        resources.copyTo(world.resources);
        world.flows.putAll(flows);
        world.verdicts.putAll(verdicts);
        world.needsCampaigns = needsCampaigns;
        return world;
    }

    public MovableClock clock() {
        return clock;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Background background() {
        return background;
    }

    public Sids sids() {
        return sids;
    }

    public Journal log() {
        return log;
    }

    public Faults faults() {
        return faults;
    }

    public WebhookSender webhooks() {
        return webhooks;
    }

    /** WebSockets to the application. */
    public ApplicationSockets sockets() {
        return sockets;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Owned owned() {
        return owned;
    }

    public Resources resources() {
        return resources;
    }

    /** Whether there is an account or another resource with this SID. */
    public boolean contains(String sid) {
        return accounts.shelf().find(sid).isPresent() || owned.contains(sid) || resources.contains(sid);
    }

    /** How many finished things of each kind this world remembers. */
    public Retention retention() {
        return retention;
    }

    /** Sets how many finished things of each kind this world remembers. */
    public void remember(int limit) {
        retention.set(limit);
    }

    public OptOuts optOuts() {
        return optOuts;
    }

    /** The phone at this number. Every number has one. */
    public Handset handset(String address) {
        return handsets.get(address);
    }

    /** Adds a text to a phone. The phones together remember as many texts as the world remembers of each kind. */
    public void addText(Handset phone, Bubble bubble) {
        List<Handset> full = new ArrayList<>();
        synchronized (textOrder) {
            textOrder.add(phone);
            while (textOrder.size() > retention.limit()) {
                full.add(textOrder.remove());
            }
        }
        full.forEach(Handset::forgetOldest);
        phone.add(bubble);
    }

    /** How many phones remember something. */
    public int phones() {
        return handsets.size();
    }

    /** The application's cookies in the texts between these two numbers. */
    public Cookies cookies(String from, String to) {
        return cookies.getOr(from + " " + to, Cookies::new);
    }

    public String apiUrl() {
        return apiUrl.get();
    }

    /** Stores the bytes of a picture or recording. */
    public void keep(String sid, byte[] content) {
        contents.put(sid, content.clone());
    }

    public Optional<byte[]> content(String sid) {
        return Optional.ofNullable(contents.get(sid));
    }

    public void forget(String sid) {
        contents.remove(sid);
    }

    /** How many pictures and recordings are stored. */
    public int contents() {
        return contents.size();
    }

    /** What belongs to a text or recording is forgotten together with it. */
    private void forgetContents() {
        owned.messages()
                .onForget(message -> owned.media()
                        .with("parent_sid", message.sid())
                        .forEach(media -> {
                            owned.media().remove(media.sid());
                            forget(media.sid());
                        }));
        owned.messages().onForget(message -> interactives.remove(message.sid()));
        owned.recordings().onForget(recording -> forget(recording.sid()));
    }

    /** Adds an alert to Twilio's debugger. */
    public void alert(int code, String message) {
        Alert alert = new Alert(code, message);
        synchronized (alerts) {
            alerts.add(alert);
            while (alerts.size() > retention.limit()) {
                alerts.remove();
            }
        }
        log.add(Kind.ALERT, alert.toString());
        alertListeners.forEach(listener -> listener.accept(alert));
    }

    /** The steps of Studio flows, by the flow's SID. */
    public Map<String, List<FlowStep>> flows() {
        return flows;
    }

    /** What a test has decided about templates, by their name or SID. */
    public Map<String, Verdict> verdicts() {
        return verdicts;
    }

    /** Stores the buttons, list or cards of a message. */
    public void keep(String messageSid, Interactive interactive) {
        if (!interactive.equals(Interactive.NONE)) {
            interactives.put(messageSid, interactive);
        }
    }

    /** The buttons, list or cards of a message. */
    public Interactive interactive(String messageSid) {
        return interactives.getOrDefault(messageSid, Interactive.NONE);
    }

    /** Whether texts from US numbers need a registered campaign. */
    public boolean needsCampaigns() {
        return needsCampaigns;
    }

    public void setNeedsCampaigns(boolean needed) {
        needsCampaigns = needed;
    }

    /** Adds a listener for new alerts. */
    public void onAlert(Consumer<Alert> listener) {
        alertListeners.add(listener);
    }

    public List<Alert> alerts() {
        synchronized (alerts) {
            return List.copyOf(alerts);
        }
    }

    /** Notifies the application and ignores the content of its response. */
    public void notifyApplication(String account, String url, String method, Parameters parameters) {
        Answer answer = webhooks.ask(accounts.token(account), url, method, parameters, new Cookies());
        if (!answer.isGood()) {
            alert(11200, url + ": HTTP retrieval failure, " + answer.describe());
        }
    }

    private record Held(String what, Runnable delivery) {}

    /**
     * Holds a delivery until the test releases it.
     *
     * @param what what is delivered, in words
     */
    public void hold(String what, Runnable delivery) {
        synchronized (held) {
            held.add(new Held(what, delivery));
        }
    }

    /** The held deliveries in words, oldest first. */
    public List<String> held() {
        synchronized (held) {
            return held.stream().map(Held::what).toList();
        }
    }

    /** Releases one held delivery, by its position. */
    public void release(int position) {
        Held released;
        synchronized (held) {
            if (position < 0 || position >= held.size()) {
                throw new IllegalArgumentException("Nothing is held at position " + position + ".");
            }
            released = held.remove(position);
        }
        released.delivery().run();
    }

    /** The number of held deliveries. */
    public int heldBack() {
        synchronized (held) {
            return held.size();
        }
    }

    /** Releases all held deliveries, in order. */
    public void release() {
        List<Held> all;
        synchronized (held) {
            all = List.copyOf(held);
            held.clear();
        }
        all.forEach(each -> each.delivery().run());
    }

    @Override
    public void close() {
        sockets.close();
        background.close();
    }
}
