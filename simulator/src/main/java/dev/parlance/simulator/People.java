package dev.parlance.simulator;

import dev.parlance.Address;
import dev.parlance.fake.twilio.log.SignallingMessage;
import dev.parlance.fake.twilio.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people with phones on the page: those added, and everyone who texts or calls the application, or whom it contacts. */
final class People {
    private final World world;
    private final Map<String, String> names = new LinkedHashMap<>();

    People(World world, Map<String, String> names) {
        this.world = world;
        names.forEach(this::add);
    }

    synchronized void add(String number, String name) {
        Address.of(number);
        names.put(number, name);
        if (!name.isEmpty()) {
            world.handset(number).setName(name);
        }
    }

    /** The names of those who have one, by number. */
    synchronized Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>(names);
        named.values().removeIf(String::isEmpty);
        return named;
    }

    /**
     * All names by number, in the order of arrival.
     *
     * @param texted the numbers that have sent or received texts
     */
    synchronized Map<String, String> all(Set<String> texted) {
        texted.forEach(this::addUnnamed);
        world.log().signals().stream()
                .map(SignallingMessage::from)
                .filter(party -> party.startsWith("client:"))
                .forEach(this::addUnnamed);
        world.owned()
                .calls()
                .oldestFirst()
                .forEach(call -> addUnnamed(call.text(call.is("direction", "inbound") ? "from" : "to")));
        return new LinkedHashMap<>(names);
    }

    /** The numbers of the people who have been shown or added so far. */
    synchronized List<String> numbers() {
        return List.copyOf(names.keySet());
    }

    private void addUnnamed(String number) {
        names.putIfAbsent(number, "");
    }
}
