package dev.parlance.simulator;

import dev.parlance.Address;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.voice.Transcript.Line;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes what is done on the page as a conversation script, with the replies that arrived. */
final class ScriptRecorder {
    private static final double UNSURE = 0.5;

    private final World world;
    private final Telephony telephony;
    private final People people;
    private final List<Action> actions = new ArrayList<>();
    private boolean isRecording;

    ScriptRecorder(World world, Telephony telephony, People people) {
        this.world = world;
        this.telephony = telephony;
        this.people = people;
    }

    /**
     * An action, and what everybody had received before it.
     *
     * @param call the call's SID; empty outside of a call
     * @param heardBefore how many lines the call's transcript had
     */
    private record Action(
            String person, String call, String words, Map<String, Integer> receivedBefore, int heardBefore) {}

    synchronized void start() {
        actions.clear();
        isRecording = true;
    }

    synchronized void stop() {
        if (isRecording) {
            add("", "", ""); // ends the replies to the last action
        }
        isRecording = false;
    }

    synchronized boolean isRecording() {
        return isRecording;
    }

    /** How many actions have been recorded. */
    synchronized int size() {
        return actions.size();
    }

    void text(String from, String to, String body) {
        add(from, "", (isOnlyNumber(to) ? from : from + " to " + to) + " > " + ScriptLines.onOneLine(body));
    }

    /** Taps, picks or completes: {@code [taps Yes]}. */
    void reply(String person, String action) {
        add(person, "", person + " > " + ScriptLines.onOneLine(action));
    }

    void call(String from, String to) {
        add(from, ScriptLines.NEW_CALL, from + " calls " + to);
    }

    void inCall(Leg leg, String action, PageRequest request) {
        String person = leg.person();
        switch (action) {
            case "answer" -> add(person, leg.call().sid(), person + " answers");
            case "decline" -> add(person, "", person + " declines");
            case "keys" -> say(leg, "[presses " + request.text("keys") + "]");
            case "say" -> {
                String words = ScriptLines.onOneLine(request.text("text"));
                say(leg, request.number("confidence", 1) < UNSURE ? "[mumbles " + words + "]" : words);
            }
            case "silence" -> say(leg, "[stays silent]");
            case "hangUp", "loseConnection" -> say(leg, "[hangs up]");
            default -> {} // listening is part of every step
        }
    }

    private void say(Leg leg, String words) {
        add(leg.person(), leg.call().sid(), words);
    }

    void pass(Duration time) {
        add("", "", ScriptLines.passing(time));
    }

    private synchronized void add(String person, String call, String words) {
        if (isRecording) {
            int heard = telephony.find(call).map(leg -> leg.transcript().size()).orElse(0);
            actions.add(new Action(person, call, words, received(), heard));
        }
    }

    private boolean isOnlyNumber(String to) {
        String channel = Address.of(to).channel();
        return world.owned().numbers().oldestFirst().stream()
                        .filter(number -> Address.of(number.text("phone_number"))
                                .channel()
                                .equals(channel))
                        .count()
                == 1;
    }

    private Map<String, Integer> received() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Set<String> persons = new LinkedHashSet<>(people.numbers());
        world.owned().messages().oldestFirst().stream()
                .filter(message -> !message.is("direction", "inbound"))
                .forEach(message -> persons.add(message.text("to")));
        persons.forEach(person -> counts.put(person, texts(person).size()));
        return counts;
    }

    private List<String> texts(String person) {
        return world.handset(person).bubbles().stream()
                .filter(bubble -> !bubble.mine())
                .map(Bubble::body)
                .toList();
    }

    /** The script. */
    synchronized String text() {
        ScriptLines lines = new ScriptLines();
        for (int i = 0; i + 1 < actions.size(); i++) {
            Action action = actions.get(i);
            Action next = actions.get(i + 1);
            boolean isInCall = !action.call().isEmpty();
            lines.act(action.person(), action.words(), isInCall);
            if (isInCall) {
                heard(i).forEach(lines::hear);
            }
            for (String person : next.receivedBefore().keySet()) {
                if (!isInCall || !person.equals(action.person())) {
                    arrived(person, action, next).forEach(text -> lines.receive(person, text));
                }
            }
        }
        return lines.toString();
    }

    private List<String> arrived(String person, Action action, Action next) {
        List<String> all = texts(person);
        int from = action.receivedBefore().getOrDefault(person, 0);
        int to = next.receivedBefore().getOrDefault(person, 0);
        return all.subList(Math.min(from, all.size()), Math.min(Math.max(from, to), all.size()));
    }

    /** What the person heard until their next action in this call. */
    private List<String> heard(int index) {
        Action action = actions.get(index);
        Optional<Leg> leg =
                action.call().equals(ScriptLines.NEW_CALL) ? callAfter(index) : telephony.find(action.call());
        if (leg.isEmpty()) {
            return List.of();
        }
        List<Line> all = leg.get().transcript().lines();
        String sid = leg.get().call().sid();
        int to = actions.subList(index + 1, actions.size()).stream()
                .filter(each -> each.call().equals(sid))
                .mapToInt(Action::heardBefore)
                .findFirst()
                .orElse(all.size());
        return all.subList(Math.min(action.heardBefore(), all.size()), Math.min(to, all.size())).stream()
                .filter(line -> line.toString().startsWith("< "))
                .map(Line::text)
                .toList();
    }

    /** The call that an action has begun: the person's calls are in the order of these actions. */
    private Optional<Leg> callAfter(int index) {
        Action action = actions.get(index);
        long laterCalls = actions.subList(index + 1, actions.size()).stream()
                .filter(each ->
                        each.person().equals(action.person()) && each.call().equals(ScriptLines.NEW_CALL))
                .count();
        List<Leg> own = telephony.line(action.person()).legs().stream()
                .filter(leg -> leg.call().is("direction", "inbound"))
                .toList();
        int at = own.size() - 1 - (int) laterCalls;
        return at < 0 ? Optional.empty() : Optional.of(own.get(at));
    }
}
